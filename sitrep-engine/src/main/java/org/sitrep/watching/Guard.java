package org.sitrep.watching;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be asked at all: http and https, and no address of this machine, of its link or of a
 * private network (RFC 6890), also where a name or a redirect leads there. The name is looked up just before
 * the request, which then finds it in Java's cache of names (30 s), so that a second, other answer of the name
 * server does not count.
 */
final class Guard {

  private final Predicate<InetAddress> refused;

  Guard(boolean allowPrivate) {
    this(address -> !allowPrivate && isPrivate(address));
  }

  /** With a rule of the caller's. */
  Guard(Predicate<InetAddress> refused) {
    this.refused = refused;
  }

  /** Why an address may not be asked; null where it may. */
  @Nullable String refusal(URI uri) throws UnknownHostException {
    String scheme = uri.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      return "neither http nor https";
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return "no plain host in it";
    }
    String host = uri.getHost().startsWith("[") ? uri.getHost().substring(1, uri.getHost().length() - 1) : uri.getHost();
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (refused.test(address)) {
        return "an address of this machine or a private network (" + address.getHostAddress() + ", allowed by --allow-private)";
      }
    }
    return null;
  }

  static boolean isPrivate(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
        || address.isSiteLocalAddress() || address.isMulticastAddress()) {
      return true;
    }
    byte[] b = address.getAddress();
    return address instanceof Inet4Address ? isSpecial4(b) : address instanceof Inet6Address && isSpecial6(b);
  }

  /** This network, shared, protocol, documentation and benchmark networks, reserved and broadcast. */
  private static boolean isSpecial4(byte[] bytes) {
    int a = bytes[0] & 0xFF;
    int b = bytes[1] & 0xFF;
    int c = bytes[2] & 0xFF;
    return a == 0 || a >= 240
        || (a == 100 && (b & 0xC0) == 64)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
        || (a == 203 && b == 0 && c == 113);
  }

  /** Unique local, discard, documentation; addresses that carry an IPv4 one are as private as that is. */
  private static boolean isSpecial6(byte[] b) {
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= b[i] == 0;
    }
    int head = (b[0] & 0xFF) << 8 | (b[1] & 0xFF);
    int second = (b[2] & 0xFF) << 8 | (b[3] & 0xFF);
    if ((b[0] & 0xFE) == 0xFC || head == 0x100 || (head == 0x2001 && (second == 0xDB8 || second == 0))) {
      return true;
    }
    if (zeros || (head == 0x64 && second == 0xFF9B)) {
      return carried(Arrays.copyOfRange(b, 12, 16));
    }
    return head == 0x2002 && carried(Arrays.copyOfRange(b, 2, 6));
  }

  private static boolean carried(byte[] four) {
    try {
      return isPrivate(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
