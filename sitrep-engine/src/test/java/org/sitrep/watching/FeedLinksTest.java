package org.sitrep.watching;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedLinksTest {

  private static final URI BASE = URI.create("https://outlet.example/feed/");

  private static FeedLinks read(String xml) throws FeedLinks.NoFeed {
    return FeedLinks.read(xml.getBytes(StandardCharsets.UTF_8), BASE);
  }

  private static List<String> links(String xml) throws FeedLinks.NoFeed {
    return read(xml).entries().stream().map(e -> e.link().toString()).toList();
  }

  @Test
  void A01_rss() throws FeedLinks.NoFeed {
    FeedLinks feed =
        read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Outlet</title>
            <atom:link href="https://outlet.example/feed/" rel="self"/><link>https://outlet.example/</link>
            <image><title>Logo</title><url>https://outlet.example/logo.png</url></image>
            <item><title><![CDATA[Army & rebels clash]]></title><link>https://outlet.example/1#top</link>
            <atom:link href="https://outlet.example/other" rel="replies"/>
            <pubDate>Sat, 09 Sep 2017 08:00:00 +0300</pubDate></item>
            <item><guid>https://outlet.example/2</guid><pubDate>yesterday</pubDate></item>
            <item><guid isPermaLink="false">tag:3</guid><title>no address</title></item>
            <item><link>/4</link></item></channel></rss>
            """);
    assertThat(feed.title()).contains("The Outlet");
    assertThat(feed.entries())
        .containsExactly(
            new FeedLinks.Entry(
                URI.create("https://outlet.example/1"), Optional.of("Army & rebels clash"), Optional.of(LocalDate.of(2017, 9, 9))),
            new FeedLinks.Entry(URI.create("https://outlet.example/2"), Optional.empty(), Optional.empty()),
            new FeedLinks.Entry(URI.create("https://outlet.example/4"), Optional.empty(), Optional.empty()));
  }

  @Test
  void A02_atomAndRdf() throws FeedLinks.NoFeed {
    assertThat(links(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="/"/>
        <entry><title>a</title><link rel="edit" href="/edit"/><link href="/a"/><author><name>N</name></author>
        <updated>2017-09-09T08:00:00Z</updated></entry></feed>
        """))
        .containsExactly("https://outlet.example/a");
    assertThat(links(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>T</title></channel><item><title>a</title><link>https://outlet.example/b</link></item></rdf:RDF>
        """))
        .containsExactly("https://outlet.example/b");
  }

  @Test
  void B01_onlyTheWeb() throws FeedLinks.NoFeed {
    assertThat(links(
        "<rss><channel><item><link>file:///etc/passwd</link></item><item><link>javascript:alert(1)</link></item>"
            + "<item><link>http://[bad</link></item><item><link>mailto:a@b</link></item></channel></rss>"))
        .isEmpty();
  }

  @Test
  void B02_aFeedThatBreaksOffIsReadAsFarAsItGoes() throws FeedLinks.NoFeed {
    assertThat(links("<rss><channel><item><link>https://outlet.example/1</link></item><item><link>htt"))
        .containsExactly("https://outlet.example/1");
  }

  @Test
  void C01_whatIsNoFeed() {
    assertThatThrownBy(() -> read("<html><body/></html>")).isInstanceOf(FeedLinks.NoFeed.class).hasMessage("neither RSS nor Atom");
    assertThatThrownBy(() -> read("not a feed")).isInstanceOf(FeedLinks.NoFeed.class).hasMessage("neither RSS nor Atom");
    assertThatThrownBy(() -> read("")).isInstanceOf(FeedLinks.NoFeed.class);
  }

  @Test
  void C02_entityBombsAndForeignEntitiesAreNotRead() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&b;&x;</title></channel></rss>";
    try {
      assertThat(read(bomb).title().orElse("")).doesNotContain("aaaa").doesNotContain("root");
    } catch (FeedLinks.NoFeed e) {
      assertThat(e).hasMessageContaining("breaks off");
    }
  }
}
