package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Who is at the other end of the line.
final class Client {

  /// Whoever has an IPv6 address has 64 bits of them: those behind it are one.
  private static final int NETWORK_BYTES = 8;

  private Client() {}

  /// The address, or the network of an IPv6 address: what a pace is kept for.
  static String of(HttpServletRequest request) {
    String text = request.getRemoteAddr();
    if (text == null) {
      return "";
    }
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
          : text;
    } catch (IllegalArgumentException unreadable) {
      return text;
    }
  }
}
