package org.hearsay.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of the open internet: all but those that IANA's special-purpose registries (RFC
 * 6890 and its updates) keep for private networks, this machine, documentation and the like.
 */
final class PublicAddresses {
  private PublicAddresses() {}

  private record Range(byte[] prefix, int bits) {
    static Range of(String cidr) {
      var parts = cidr.split("/");
      try {
        return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(cidr, e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (var bit = 0; bit < bits; bit++) {
        if (((address[bit / 8] ^ prefix[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> RESERVED =
      Arrays.stream(
              """
              0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
              192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15
              198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
              ::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 3fff::/20 5f00::/16
              fc00::/7 fe80::/10 fec0::/10 ff00::/8
              """
                  .strip()
                  .split("\\s+"))
          .map(Range::of)
          .toList();

  /** NAT64 (RFC 6052) and 6to4 (RFC 3056) carry an IPv4 address that is reached in the end. */
  private static final Range NAT64 = Range.of("64:ff9b::/96");

  private static final Range SIX_TO_FOUR = Range.of("2002::/16");

  static boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      if (NAT64.contains(bytes)) {
        bytes = Arrays.copyOfRange(bytes, 12, 16);
      } else if (SIX_TO_FOUR.contains(bytes)) {
        bytes = Arrays.copyOfRange(bytes, 2, 6);
      } else if (isMapped(bytes)) {
        bytes = Arrays.copyOfRange(bytes, 12, 16);
      }
    }
    var reached = bytes;
    return RESERVED.stream().noneMatch(range -> range.contains(reached));
  }

  /** {@code ::ffff:a.b.c.d}; Java makes an IPv4 address of most of these by itself. */
  private static boolean isMapped(byte[] bytes) {
    for (var i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
  }
}
