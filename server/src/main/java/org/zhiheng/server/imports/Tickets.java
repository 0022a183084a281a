package org.zhiheng.server.imports;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhiheng.values.OrganisationId;

/// Shows that an organisation brought a file itself.
///
/// A kept file is found by its digest alone, and digests are no secret: without this, whoever knows
/// one could look at another organisation's table. A ticket holds until the server ends; the file
/// is then chosen anew. Safe for many threads.
final class Tickets {

  private static final String ALGORITHM = "HmacSHA256";

  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  Tickets(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /// The ticket for this upload of this organisation.
  String ticket(OrganisationId organisation, TableUpload upload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text =
          String.join(
              "\n",
              organisation.toString(),
              upload.kind().code(),
              upload.digest().hex(),
              Long.toString(upload.bytes()),
              upload.name());
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  /// Whether this is that ticket; takes as long for any wrong one.
  boolean holds(String ticket, OrganisationId organisation, TableUpload upload) {
    return MessageDigest.isEqual(
        ticket(organisation, upload).getBytes(StandardCharsets.US_ASCII),
        ticket.getBytes(StandardCharsets.UTF_8));
  }
}
