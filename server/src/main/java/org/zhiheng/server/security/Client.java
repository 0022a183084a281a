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

  private static final String ATTRIBUTE = Client.class.getName();

  private Client() {}

  /// Keeps with the request who is in front of the proxy that sent it.
  static void keepIn(HttpServletRequest request, InetAddress address) {
    request.setAttribute(ATTRIBUTE, key(address));
  }

  /// The address, or the network of an IPv6 address: what a pace is kept for.
  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String forwarded) {
      return forwarded;
    }
    String text = request.getRemoteAddr();
    if (text == null) {
      return "";
    }
    try {
      return key(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException unreadable) {
      return text;
    }
  }

  private static String key(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
