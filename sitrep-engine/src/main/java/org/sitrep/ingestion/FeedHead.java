package org.sitrep.ingestion;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a feed before its first entry.
 *
 * @param title the feed's title
 * @param base the address that its links count from; empty where it states none
 */
record FeedHead(Optional<String> title, String base) {

  static FeedHead parse(byte[] bytes, @Nullable Charset charset) {
    Element root = Jsoup.parse(Bytes.decode(bytes, charset, false).text(), "", Parser.xmlParser()).firstElementChild();
    if (root == null) {
      return new FeedHead(Optional.empty(), "");
    }
    Element channel = child(root, "channel");
    Element about = channel == null ? root : channel;
    Optional<String> title = Optional.ofNullable(child(about, "title")).map(t -> t.text().strip()).filter(t -> !t.isEmpty());
    Element link = child(about, "link");
    if (root.hasAttr("xml:base")) {
      return new FeedHead(title, root.attr("xml:base"));
    }
    return new FeedHead(title, link == null ? "" : link.hasAttr("href") ? link.attr("href") : link.text().strip());
  }

  private static @Nullable Element child(Element parent, String name) {
    return parent.children().stream().filter(e -> FeedScanner.local(e.tagName()).equals(name)).findFirst().orElse(null);
  }
}
