package org.zhiheng.jobs.examine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.FigureShelf;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.figure.Pictures;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The figures of marks: taken in with their pictures, and looked for.
///
/// An organisation's features are held in memory, read when they are first asked for. Safe for many
/// threads.
public final class FigureDesk {

  /// Names the bookmark of how far pictures were filed: another reading of them begins anew.
  public static final String BOOKMARK = "figures-1";

  /// What the features are called where they are kept; another name is read anew.
  private static final String FEATURES = "figure-1";

  /// In place of features: why a picture was not read. By the same reading as [#FEATURES].
  private static final String UNREAD = "figure-1-unread";

  /// In place of features: the attachment was corrected away, so that nobody finds the mark by it.
  private static final String DETACHED = "figure-1-detached";

  /// Who files what others attached.
  private static final String FILER = "figures";

  private static final String PICTURE = "image/";

  /// What a document is called whose first bytes do not tell; a drawing (SVG) is among them.
  private static final String UNTOLD = "application/octet-stream";

  /// No picture at all, so that nobody expects it to be compared.
  private static final String NO_PICTURE = "picture-kind-unknown";

  private final Records records;
  private final Documents documents;
  private final FigureFiles files;
  private final Pictures pictures;

  /// Guarded by this.
  private final Map<OrganisationId, Held> held = new HashMap<>();

  /// Over these stores; the port decodes.
  public FigureDesk(Records records, Documents documents, FigureFiles files, Pictures pictures) {
    this.records = records;
    this.documents = documents;
    this.files = files;
    this.pictures = pictures;
  }

  /// An organisation's figures.
  ///
  /// @param shelf finds among them
  /// @param figures by the id of the right, each picture's, in the order of their digests
  /// @param basis how many there are, and the digest of them all
  record Held(FigureShelf shelf, Map<RightId, List<Pictured>> figures, Basis.FigureBasis basis) {
    /// Those of one mark.
    List<Pictured> of(RightId right) {
      return figures.getOrDefault(right, List.of());
    }
  }

  /// A picture's figure.
  ///
  /// @param picture digest of the picture
  /// @param figure its features
  public record Pictured(Digest picture, Figure figure) {}

  /// A picture that is attached and not compared.
  ///
  /// @param picture digest of the picture
  /// @param why it is not
  public record Unread(Digest picture, Problem why) {}

  /// Reads a picture; a refusal says what would be accepted.
  public Parsed<Figure> read(byte[] bytes) {
    return read(bytes, PictureLimits.USUAL);
  }

  private Parsed<Figure> read(byte[] bytes, PictureLimits limits) {
    return switch (pictures.read(bytes, limits)) {
      case Parsed.Ok<Picture> ok -> Figures.read(ok.value());
      case Parsed.Refused<Picture> refused -> new Parsed.Refused<>(refused.problem());
    };
  }

  /// Deposits a picture that is asked about, so that the question can be asked again.
  ///
  /// @throws ProblemsException when it is no picture that is read
  /// @throws IOException when it cannot be kept
  public Digest deposit(Acting acting, byte[] bytes) throws IOException {
    acting.must(Permission.READ);
    Optional<Problem> refusal = read(bytes).refusal();
    if (refusal.isPresent()) {
      throw new ProblemsException(refusal.get());
    }
    Digest digest = documents.keep(new ByteArrayInputStream(bytes), bytes.length).digest();
    files.asked(acting.organisation(), digest);
    return digest;
  }

  /// Reads a picture that the acting one's organisation deposited, or that is attached to one of
  /// its marks.
  ///
  /// @throws ProblemsException when it is not there, or is no picture that is read
  /// @throws IOException when it cannot be read
  Figure deposited(Acting acting, Digest digest) throws IOException {
    return read(bytes(acting, digest).orElseThrow(() -> unknown(digest))).orThrow();
  }

  /// The picture that the acting one's organisation deposited under this digest, or attached to one
  /// of its marks, decoded; empty when there is none.
  ///
  /// @throws IOException when it cannot be read
  public Optional<Parsed<Picture>> picture(Acting acting, Digest digest) throws IOException {
    acting.must(Permission.READ);
    return bytes(acting, digest).map(bytes -> pictures.read(bytes, PictureLimits.USUAL));
  }

  /// The picture that is attached to a mark under this digest, decoded; empty when the mark is not
  /// the acting one's to see or has no such document.
  ///
  /// @throws IOException when it cannot be read
  public Optional<Parsed<Picture>> picture(Acting acting, RightId right, Digest digest)
      throws IOException {
    Optional<Records.OpenDocument> open = records.document(acting, right, digest);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get().content()) {
      return Optional.of(
          pictures.read(in.readNBytes(PictureLimits.USUAL.bytesMax() + 1), PictureLimits.USUAL));
    }
  }

  /// The figures of a mark that the acting one may see, of the pictures that are attached to it
  /// now.
  public List<Pictured> of(Acting acting, RightId right) {
    return records
        .show(acting, right)
        .map(file ->
            of(file.record().organisation()).of(right).stream()
                .filter(pictured -> attached(file, pictured.picture()))
                .toList())
        .orElse(List.of());
  }

  /// The pictures attached to a mark that are not compared, and why.
  public List<Unread> unread(Acting acting, RightId right) {
    Optional<RightFile> file = records.show(acting, right);
    if (file.isEmpty()) {
      return List.of();
    }
    List<Unread> unread = new ArrayList<>();
    for (FigureFiles.Filed filed : files.of(file.get().record().organisation(), right)) {
      if (filed.features().name().equals(UNREAD) && attached(file.get(), filed.picture())) {
        Problem why = unread(filed.features().bytes());
        if (!why.code().equals(NO_PICTURE)) {
          unread.add(new Unread(filed.picture(), why));
        }
      }
    }
    return unread;
  }

  /// Files the pictures that are attached to a mark and not filed yet; what cannot be read is filed
  /// with the reason. What is attached no longer is not found any more.
  ///
  /// @return how many documents were looked at
  /// @throws IOException when one cannot be read now; the others are filed
  int file(OrganisationId organisation, RightId right) throws IOException {
    Optional<RightFile> file = records.show(Acting.as(organisation, FILER, Role.VIEWER), right);
    if (file.isEmpty()) {
      return 0;
    }
    Map<Digest, String> known = new HashMap<>();
    for (FigureFiles.Filed filed : files.of(organisation, right)) {
      known.put(filed.picture(), filed.features().name());
      if (!attached(file.get(), filed.picture()) && !filed.features().name().equals(DETACHED)) {
        files.keep(organisation, right, filed.picture(), new NamedBytes(DETACHED, new byte[0]));
      }
    }
    int looked = 0;
    for (Right.Document document : file.get().right().documents()) {
      Fact.Attached attached = document.attached();
      String name = known.getOrDefault(attached.digest(), "");
      if (mayBePicture(attached) && !name.equals(FEATURES) && !name.equals(UNREAD)) {
        files.keep(organisation, right, attached.digest(), features(attached.digest()));
        known.put(attached.digest(), FEATURES);
        looked++;
      }
    }
    // another process may have filed them: what is held in memory is read anew either way
    forget(organisation);
    return looked;
  }

  private static boolean mayBePicture(Fact.Attached attached) {
    return attached.mediaType().startsWith(PICTURE) || attached.mediaType().equals(UNTOLD);
  }

  /// What is kept of a picture. Nobody waits for it, so it may take longer than a request.
  private NamedBytes features(Digest digest) throws IOException {
    Optional<byte[]> bytes = bytes(digest);
    Parsed<Figure> read =
        bytes.isPresent()
            ? read(bytes.get(), PictureLimits.BATCH)
            : Parsed.refused("picture-missing", "", "The file of the picture is not there.");
    return switch (read) {
      case Parsed.Ok<Figure> ok -> new NamedBytes(FEATURES, ok.value().bytes());
      case Parsed.Refused<Figure> refused -> {
        if (refused.problem().code().equals("picture-busy")) {
          throw new IOException("too many pictures are being read: " + digest.brief());
        }
        yield new NamedBytes(UNREAD, unread(refused.problem()));
      }
    };
  }

  private static byte[] unread(Problem problem) {
    return (problem.code() + "\n" + problem.given() + "\n" + problem.reason())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Problem unread(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
    return parts.length == 3
        ? Problem.of(parts[0], "", parts[1], parts[2])
        : Problem.of("picture-corrupt", "", "", "The picture could not be read.");
  }

  static boolean attached(RightFile file, Digest picture) {
    return file.right().documents().stream()
        .anyMatch(document -> document.attached().digest().equals(picture));
  }

  /// At most one byte more than a picture may have: the decoder says that it is too large.
  private Optional<byte[]> bytes(Acting acting, Digest digest) throws IOException {
    return files.knows(acting.organisation(), digest) ? bytes(digest) : Optional.empty();
  }

  private Optional<byte[]> bytes(Digest digest) throws IOException {
    Optional<InputStream> open = documents.open(digest);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get()) {
      return Optional.of(in.readNBytes(PictureLimits.USUAL.bytesMax() + 1));
    }
  }

  private static ProblemsException unknown(Digest digest) {
    return new ProblemsException(
        Problem.of("figure-unknown", "figure", digest.hex(), "Deposit the picture first."));
  }

  /// Attaches a picture to a mark and files its features.
  ///
  /// @param name of the file
  /// @throws ProblemsException when it is no picture that is read, or the record is refused
  /// @throws IOException when it cannot be kept
  public Recording attach(Acting acting, RightId right, String name, byte[] bytes, LocalDate on)
      throws IOException {
    Figure figure = read(bytes).orThrow();
    Recording recording =
        records.record(
            acting,
            right,
            FactKind.ATTACHED,
            on,
            Map.of(),
            Optional.empty(),
            Optional.of(new Attachment(name, new ByteArrayInputStream(bytes))));
    if (recording instanceof Recording.Done) {
      files.keep(
          acting.organisation(), right, Digest.of(bytes), new NamedBytes(FEATURES, figure.bytes()));
      forget(acting.organisation());
    }
    return recording;
  }

  /// The figures of an organisation.
  synchronized Held of(OrganisationId organisation) {
    return held.computeIfAbsent(organisation, this::load);
  }

  private synchronized void forget(OrganisationId organisation) {
    held.remove(organisation);
  }

  private Held load(OrganisationId organisation) {
    FigureShelf shelf = new FigureShelf();
    Map<RightId, List<Pictured>> figures = new HashMap<>();
    List<FigureFiles.Filed> all = new ArrayList<>();
    StringBuilder listed = new StringBuilder();
    files.each(organisation, all::add);
    for (FigureFiles.Filed filed : all) {
      if (!filed.features().name().equals(FEATURES)) {
        continue;
      }
      Figure.parse(filed.features().bytes())
          .found()
          .ifPresent(figure -> {
            shelf.add(filed.right().toString(), figure);
            figures
                .computeIfAbsent(filed.right(), _ -> new ArrayList<>())
                .add(new Pictured(filed.picture(), figure));
            listed.append(line(filed));
          });
    }
    Digest digest = Digest.of(listed.toString().getBytes(StandardCharsets.UTF_8));
    return new Held(shelf, figures, new Basis.FigureBasis(shelf.count(), digest));
  }

  /// A line of the text that the digest of all figures is taken over.
  private static String line(FigureFiles.Filed filed) {
    return filed.right()
        + " "
        + filed.picture().hex()
        + " "
        + Digest.of(filed.features().bytes()).hex()
        + "\n";
  }
}
