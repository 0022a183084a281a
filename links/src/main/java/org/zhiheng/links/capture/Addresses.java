package org.zhiheng.links.capture;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Turns a host's name into the addresses that may be asked.
///
/// A name of which one address is not public is refused as a whole: who answers with both wants to
/// be asked at the other one. What is given back is what is connected to; the name is not resolved
/// again, so that a second answer cannot lead elsewhere.
///
/// Source: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its
/// successors, read 2026-11).
///
/// @param names asks for a name
/// @param reach which addresses may be asked
record Addresses(Names names, PageCapture.Reach reach) {

  /// Asks for a name.
  @FunctionalInterface
  interface Names {
    /// Its addresses, at least one.
    ///
    /// @throws UnknownHostException when there is none
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  /// The names as this machine resolves them.
  static final Names SYSTEM = host -> Arrays.asList(InetAddress.getAllByName(host));

  /// The addresses of a host, the first to be tried first.
  ///
  /// @throws IOException when the name is not known
  /// @throws ProblemsException with `capture-private`
  List<InetAddress> of(String host) throws IOException {
    List<InetAddress> found = names.of(host);
    for (InetAddress one : found) {
      if (reach == PageCapture.Reach.PUBLIC && !isPublic(one)) {
        throw new ProblemsException(
            Problem.of(
                "capture-private",
                "",
                host,
                "It stands for "
                    + one.getHostAddress()
                    + ", which is no address of the public Internet; a capture may not ask there."));
      }
    }
    return found;
  }

  /// Whether anybody on the Internet could ask there.
  static boolean isPublic(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic4(four.getAddress());
      case Inet6Address six -> isPublic6(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] a) {
    int first = a[0] & 0xff;
    int second = a[1] & 0xff;
    int third = a[2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false; // this network, private, loopback
      case 100 -> second < 64 || second > 127; // shared by carriers
      case 169 -> second != 254; // link-local, where clouds tell their secrets
      case 172 -> second < 16 || second > 31;
      case 192 ->
          second != 168 // private
              && !(second == 0 && (third == 0 || third == 2)) // protocols, documentation
              && !(second == 88 && third == 99); // relays of 6to4
      case 198 ->
          second != 18
              && second != 19 // benchmarks
              && !(second == 51 && third == 100); // documentation
      case 203 -> !(second == 0 && third == 113); // documentation
      default -> first < 224; // multicast, reserved, broadcast
    };
  }

  /// Of 2000::/3 all but what carries an address of IPv4 that is not public, or is for documents
  /// and protocols; of the rest only what 64:ff9b::/96 carries.
  private static boolean isPublic6(byte[] a) {
    if (starts(a, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return isPublic4(Arrays.copyOfRange(a, 12, 16)); // RFC 6052
    }
    if ((a[0] & 0xe0) != 0x20) {
      return false; // ::, ::1, fc00::/7, fe80::/10, ff00::/8 and what is not given out
    }
    if (starts(a, 0x20, 0x02)) {
      return isPublic4(Arrays.copyOfRange(a, 2, 6)); // 6to4, RFC 3056
    }
    return !(starts(a, 0x20, 0x01) && (a[2] & 0xfe) == 0) // 2001::/23, protocols and Teredo
        && !starts(a, 0x20, 0x01, 0x0d, 0xb8) // documentation
        && !(starts(a, 0x3f, 0xff) && (a[2] & 0xf0) == 0); // documentation, RFC 9637
  }

  private static boolean starts(byte[] address, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((address[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
