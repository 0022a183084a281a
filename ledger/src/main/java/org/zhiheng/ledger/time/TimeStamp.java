package org.zhiheng.ledger.time;

import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// A time-stamp token: an authority's signed word that a hash existed at a time.
///
/// Reading says nothing about whether it holds; [#check] does. The times are to the nanosecond as
/// written, and end in `Z`; the certificates that it brings are no more than hints.
///
/// Source: RFC 3161, sections 2.4.2 and 2.3; RFC 5816 (the certificate's hash in any algorithm);
/// RFC 5652 for the message around it. The field `tsa` is not judged: the authority is called what
/// its certificate says.
public final class TimeStamp {

  /// Longer ones are refused, and longer answers of an authority.
  public static final int LENGTH_BYTES_MAX = 65_536;

  /// Milliseconds and microseconds of an accuracy, as the format allows them.
  private static final int FRACTION_MAX = 999;

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private static final Pattern GENERALIZED_TIME =
      Pattern.compile("([0-9]{14})(?:\\.([0-9]{1,9}))?Z");

  private final Octets token;
  private final CMSSignedData message;
  private final SignerInformation signer;
  private final List<X509CertificateHolder> certificates;
  private final TSTInfo content;
  private final HashAlgorithm algorithm;
  private final Octets imprint;
  private final Instant at;
  private final Optional<Duration> accuracy;

  private TimeStamp(
      Octets token,
      CMSSignedData message,
      SignerInformation signer,
      List<X509CertificateHolder> certificates,
      TSTInfo content,
      Told told) {
    this.token = token;
    this.message = message;
    this.signer = signer;
    this.certificates = certificates;
    this.content = content;
    this.algorithm = told.algorithm();
    this.imprint = told.imprint();
    this.at = told.at();
    this.accuracy = told.accuracy();
  }

  /// What the content says, as read.
  private record Told(
      HashAlgorithm algorithm, Octets imprint, Instant at, Optional<Duration> accuracy) {}

  /// Reads a token: a CMS message in DER or BER.
  public static Parsed<TimeStamp> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused(bytes.length + " bytes", "A time stamp has at most 64 KB.");
    }
    if (!Asn1Bounds.within(bytes)) {
      return refused("", "A time stamp is one ASN.1 value of moderate depth, whole.");
    }
    try {
      return read(bytes);
    } catch (IOException | CMSException malformed) {
      return noToken();
    } catch (RuntimeException malformed) {
      // the library's ASN.1 classes answer damaged input with exceptions of many kinds, and
      // document none of them; to us they all say the same
      return noToken();
    }
  }

  private static Parsed<TimeStamp> read(byte[] bytes) throws IOException, CMSException {
    CMSSignedData message = new CMSSignedData(bytes);
    CMSTypedData content = message.getSignedContent();
    List<SignerInformation> signers = List.copyOf(message.getSignerInfos().getSigners());
    if (!message.toASN1Structure().getContentType().equals(PKCSObjectIdentifiers.signedData)
        || content == null
        || !content.getContentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)
        || signers.size() != 1
        || !(content.getContent() instanceof byte[] inside)) {
      return refused("", "A time stamp is a signed TSTInfo with one signer.");
    }
    if (!Asn1Bounds.within(inside)) {
      return refused("", "What a time stamp signs is one ASN.1 value, whole.");
    }
    TSTInfo info = TSTInfo.getInstance(inside);
    Parsed<Told> told = told(info);
    if (told.refusal().isPresent()) {
      return new Parsed.Refused<>(told.refusal().get());
    }
    return Parsed.ok(
        new TimeStamp(
            Octets.of(bytes),
            message,
            signers.getFirst(),
            List.copyOf(message.getCertificates().getMatches(null)),
            info,
            told.orThrow()));
  }

  private static Parsed<Told> told(TSTInfo info) {
    if (!info.getVersion().hasValue(1)
        || (info.getExtensions() != null
            && info.getExtensions().getCriticalExtensionOIDs().length > 0)) {
      return Parsed.refused(
          "time-stamp",
          "",
          "A time stamp has version 1, and no extension that must be understood.");
    }
    ASN1ObjectIdentifier named = info.getMessageImprint().getHashAlgorithm().getAlgorithm();
    Optional<HashAlgorithm> algorithm = HashAlgorithm.of(named);
    byte[] imprint = info.getMessageImprint().getHashedMessage();
    if (algorithm.isEmpty()) {
      return Parsed.refused(
          "time-hash",
          named.getId(),
          "The bytes are hashed with SHA-256, SHA-384, SHA-512 or SM3.");
    }
    if (imprint.length != algorithm.get().lengthBytes()) {
      return Parsed.refused(
          "time-hash",
          imprint.length + " bytes",
          "A hash has as many bytes as its algorithm gives.");
    }
    Optional<Instant> at = instant(info.getGenTime().getTimeString());
    Optional<Duration> accuracy = Optional.ofNullable(info.getAccuracy()).map(TimeStamp::accuracy);
    return at.<Parsed<Told>>map(
            time -> Parsed.ok(new Told(algorithm.get(), Octets.of(imprint), time, accuracy)))
        .orElseGet(() ->
            Parsed.refused(
                "time-stamp",
                info.getGenTime().getTimeString(),
                "The time of a time stamp is YYYYMMDDhhmmss[.s…]Z."));
  }

  /// The library's own reading cuts off at the millisecond; a time must not get earlier by reading.
  private static Optional<Instant> instant(String text) {
    Matcher time = GENERALIZED_TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      String fraction = time.group(2) == null ? "" : time.group(2);
      return Optional.of(
          LocalDateTime.parse(time.group(1), SECONDS)
              .plusNanos(Integer.parseInt((fraction + "000000000").substring(0, 9)))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /// @throws ArithmeticException when it is negative or absurd; the caller takes it for damage
  private static Duration accuracy(Accuracy written) {
    return Duration.ofSeconds(part(written.getSeconds(), Integer.MAX_VALUE))
        .plusMillis(part(written.getMillis(), FRACTION_MAX))
        .plusNanos(1_000L * part(written.getMicros(), FRACTION_MAX));
  }

  private static int part(@Nullable ASN1Integer part, int max) {
    if (part == null) {
      return 0;
    }
    int value = part.getValue().intValueExact();
    if (value < 0 || value > max) {
      throw new ArithmeticException("no part of an accuracy: " + value);
    }
    return value;
  }

  /// Reads what an authority answered, and takes the token when it answers this question: the same
  /// hash, the same nonce, the policy that was asked for. Whether it holds is not said.
  ///
  /// @param response `application/timestamp-reply`
  public static Parsed<TimeStamp> answer(byte[] response, TimeStampQuery query) {
    if (response.length > LENGTH_BYTES_MAX) {
      return Parsed.refused(
          "time-answer", response.length + " bytes", "An answer has at most 64 KB.");
    }
    if (!Asn1Bounds.within(response)) {
      return noAnswer();
    }
    Optional<byte[]> bytes;
    try {
      TimeStampResp read = TimeStampResp.getInstance(response);
      BigInteger status = read.getStatus().getStatus();
      if (status.bitLength() > 1 || status.signum() < 0) {
        return Parsed.refused(
            "time-answer", words(read.getStatus()), "The authority did not grant a time stamp.");
      }
      ContentInfo token = read.getTimeStampToken();
      bytes = token == null ? Optional.empty() : Optional.of(token.getEncoded());
    } catch (IOException malformed) {
      return noAnswer();
    } catch (RuntimeException malformed) {
      // as in parse: one meaning, many kinds
      return noAnswer();
    }
    if (bytes.isEmpty()) {
      return noAnswer();
    }
    Parsed<TimeStamp> stamp = parse(bytes.get());
    return stamp
        .found()
        .flatMap(read -> read.differsFrom(query))
        .<Parsed<TimeStamp>>map(Parsed.Refused::new)
        .orElse(stamp);
  }

  private static String words(PKIStatusInfo status) {
    StringBuilder words = new StringBuilder("status ").append(status.getStatus());
    if (status.getStatusString() != null) {
      for (int i = 0; i < status.getStatusString().size(); i++) {
        words.append(' ').append(status.getStatusString().getStringAtUTF8(i).getString());
      }
    }
    return words.toString();
  }

  private Optional<Problem> differsFrom(TimeStampQuery query) {
    if (query.algorithm() != algorithm || !query.imprint().equals(imprint)) {
      return Optional.of(
          Problem.of(
              "time-answer", "", imprint.hex(), "The answer is to the hash that was asked about."));
    }
    if (!query.nonce().equals(nonce()) && query.nonce().isPresent()) {
      return Optional.of(
          Problem.of(
              "time-answer",
              "",
              nonce().map(BigInteger::toString).orElse("none"),
              "The answer has the nonce of the question, so that it is no old one."));
    }
    if (query.policy().filter(asked -> !asked.equals(policy())).isPresent()) {
      return Optional.of(
          Problem.of("time-answer", "", policy(), "The answer keeps to the policy asked for."));
    }
    return Optional.empty();
  }

  /// Checks that these bytes existed when the token says, as far as the anchors are believed.
  ///
  /// @param subject what was stamped, whole
  /// @param asOf the date of checking
  public TimeVerdict check(byte[] subject, TrustAnchors anchors, Instant asOf) {
    return checkHash(algorithm.digest(subject), anchors, asOf);
  }

  /// The same for bytes of which the hash is known, by this token's algorithm.
  TimeVerdict checkHash(Octets hash, TrustAnchors anchors, Instant asOf) {
    if (!imprint.equals(hash)) {
      return new TimeVerdict.Refused(
          "The time stamp is for other bytes: it was given for "
              + algorithm.title()
              + " "
              + imprint.hex()
              + ", and these have "
              + hash.hex()
              + ".");
    }
    return new StampCheck(this, anchors).verdict(asOf);
  }

  /// The token as it was read.
  public Octets token() {
    return token;
  }

  /// The same in DER: what a renewal hashes.
  byte[] der() {
    try {
      return message.toASN1Structure().getEncoded(ASN1Encoding.DER);
    } catch (IOException failed) {
      throw new IllegalStateException("writing to memory does not fail", failed);
    }
  }

  /// The time as the authority wrote it.
  public Instant at() {
    return at;
  }

  /// How far off it may be, by the authority's own word.
  public Optional<Duration> accuracy() {
    return accuracy;
  }

  /// What the bytes were hashed with.
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /// Their hash.
  public Octets imprint() {
    return imprint;
  }

  /// The number of the question that it answers, if there was one.
  public Optional<BigInteger> nonce() {
    return Optional.ofNullable(content.getNonce()).map(ASN1Integer::getValue);
  }

  /// The rules that the authority says it worked by, as an object identifier.
  public String policy() {
    return content.getPolicy().getId();
  }

  /// The token's number at this authority, in hexadecimal.
  public String serial() {
    return HexFormat.of().formatHex(content.getSerialNumber().getValue().toByteArray());
  }

  SignerInformation signer() {
    return signer;
  }

  List<X509CertificateHolder> certificates() {
    return certificates;
  }

  SignedData signedData() {
    return SignedData.getInstance(message.toASN1Structure().getContent());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeStamp stamp && token.equals(stamp.token);
  }

  @Override
  public int hashCode() {
    return token.hashCode();
  }

  /// The time and the hash.
  @Override
  public String toString() {
    return "time stamp of " + at + " for " + algorithm.title() + " " + imprint.hex();
  }

  private static Parsed<TimeStamp> noToken() {
    return refused("", "The bytes are no time stamp of RFC 3161.");
  }

  private static Parsed<TimeStamp> noAnswer() {
    return Parsed.refused("time-answer", "", "The answer is no TimeStampResp of RFC 3161.");
  }

  private static Parsed<TimeStamp> refused(String given, String reason) {
    return Parsed.refused("time-stamp", given, reason);
  }
}
