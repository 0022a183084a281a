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
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.FactKind;
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

  /// What the features are called where they are kept; another name is read anew.
  private static final String FEATURES = "figure-1";

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
  /// @param figures by the id of the right
  /// @param basis how many there are, and the digest of them all
  record Held(FigureShelf shelf, Map<RightId, Figure> figures, Basis.FigureBasis basis) {}

  /// Reads a picture; a refusal says what would be accepted.
  public Parsed<Figure> read(byte[] bytes) {
    return switch (pictures.read(bytes, PictureLimits.USUAL)) {
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
    return documents.keep(new ByteArrayInputStream(bytes), bytes.length).digest();
  }

  /// Reads a deposited picture.
  ///
  /// @throws ProblemsException when it is not there, or is no picture that is read
  /// @throws IOException when it cannot be read
  Figure deposited(Digest digest) throws IOException {
    try (InputStream in = documents.open(digest).orElseThrow(() -> unknown(digest))) {
      return read(in.readNBytes(PictureLimits.USUAL.bytesMax() + 1)).orThrow();
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
    Map<RightId, Figure> figures = new HashMap<>();
    List<FigureFiles.Filed> all = new ArrayList<>();
    StringBuilder listed = new StringBuilder();
    files.each(organisation, all::add);
    for (FigureFiles.Filed filed : all) {
      Figure.parse(filed.features().bytes())
          .found()
          .ifPresent(figure -> {
            shelf.add(filed.right().toString(), figure);
            figures.put(filed.right(), figure);
            listed.append(line(filed));
          });
    }
    Digest digest = Digest.of(listed.toString().getBytes(StandardCharsets.UTF_8));
    return new Held(shelf, figures, new Basis.FigureBasis(shelf.count(), digest));
  }

  /// A line of the text that the digest of all figures is taken over.
  private static String line(FigureFiles.Filed filed) {
    return filed.right() + " " + Digest.of(filed.features().bytes()).hex() + "\n";
  }
}
