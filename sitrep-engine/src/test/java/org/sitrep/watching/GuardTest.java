package org.sitrep.watching;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuardTest {

  @Test
  void A01_addressesOfThisMachineAndOfPrivateNetworks() throws UnknownHostException {
    for (String address : List.of(
        "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
        "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1")) {
      assertThat(Guard.isPrivate(InetAddress.getByName(address))).as(address).isTrue();
    }
  }

  @Test
  void A02_addressesOfTheWorld() throws UnknownHostException {
    for (String address : List.of(
        "9.9.9.9", "172.32.0.1", "100.128.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.1", "2606:4700::1", "64:ff9b::909:909",
        "2002:909:909::1")) {
      assertThat(Guard.isPrivate(InetAddress.getByName(address))).as(address).isFalse();
    }
  }

  @Test
  void B01_otherSpellingsOfThisMachine() throws UnknownHostException {
    Guard guard = new Guard(false);
    for (String uri : List.of("http://localhost/", "http://[::1]:8080/", "http://[::ffff:7f00:1]/")) {
      assertThat(guard.refusal(URI.create(uri))).as(uri).contains("private network");
    }
    assertThat(new Guard(true).refusal(URI.create("http://localhost/"))).isNull();
  }

  @Test
  void B02_otherSchemesAndNoHost() throws UnknownHostException {
    Guard guard = new Guard(true);
    assertThat(guard.refusal(URI.create("file:///etc/passwd"))).contains("neither http nor https");
    assertThat(guard.refusal(URI.create("ftp://9.9.9.9/"))).contains("neither http nor https");
    assertThat(guard.refusal(URI.create("http://user:word@9.9.9.9/"))).contains("no plain host");
    assertThat(guard.refusal(URI.create("http:///a"))).contains("no plain host");
  }
}
