package org.zhiheng.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.values.Digest;

/// Puts members together as a bundle with sums and a digest list that fit, whatever is in them:
/// what somebody does who forges one. Written after `docs/formats/bundle.md`, not with our writer,
/// which refuses to.
final class Resealed {

  private Resealed() {}

  static byte[] of(Map<String, byte[]> members) {
    Map<String, byte[]> sealed = new LinkedHashMap<>(members);
    sealed.put("manifest.json", list(members).getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    sealed.forEach((name, bytes) -> {
      byte[] common = common(name, bytes);
      byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
      int at = out.size();
      directory.writeBytes(little(6).putInt(0x02014b50).putShort((short) 20).array());
      directory.writeBytes(common);
      directory.writeBytes(little(14).putInt(10, at).array());
      directory.writeBytes(letters);
      out.writeBytes(little(4).putInt(0x04034b50).array());
      out.writeBytes(common);
      out.writeBytes(letters);
      out.writeBytes(bytes);
    });
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    short count = (short) sealed.size();
    out.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort(count)
            .putShort(count)
            .putInt(directory.size())
            .putInt(start)
            .array());
    return out.toByteArray();
  }

  /// What local header and directory say alike, version to the length of what is extra.
  private static byte[] common(String name, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return little(26)
        .putShort((short) 20)
        .putShort((short) 0x0800)
        .putInt(0)
        .putShort((short) 0x0021)
        .putInt((int) sum.getValue())
        .putInt(bytes.length)
        .putInt(bytes.length)
        .putShort((short) name.length())
        .array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String list(Map<String, byte[]> members) {
    return members.entrySet().stream()
        .filter(one -> !one.getKey().equals("manifest.json"))
        .map(one ->
            "{\"name\":\"%s\",\"sha256\":\"%s\",\"size\":%d,\"sm3\":\"%s\"}"
                .formatted(
                    one.getKey(),
                    Digest.of(one.getValue()).hex(),
                    one.getValue().length,
                    sm3(one.getValue())))
        .collect(
            Collectors.joining(
                ",", "{\"format\":\"zhiheng-evidence-bundle\",\"members\":[", "],\"version\":1}"));
  }

  private static String sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }
}
