package org.sitrep.ingestion;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.sitrep.page.Capture;

/**
 * One entry of a feed: an item of RSS 0.9x, 1.0, 2.0 with the modules content and dc, or an entry of Atom (RFC 4287).
 * Elements are known by their local names, so that any prefix will do.
 */
final class FeedEntry {

  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>|&(#\\d{1,7}|\\w{2,10});");

  private final Element entry;
  private final String base;

  private FeedEntry(Element entry, String base) {
    this.entry = entry;
    this.base = base;
  }

  /** The text of an entry and how it is marked up. */
  record Content(String text, Capture.Format format, boolean whole) {}

  /** Reads what stands between an entry's tags. */
  static FeedEntry parse(String inner, String base) {
    Document document = Jsoup.parse(inner, "", Parser.xmlParser());
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml).syntax(Document.OutputSettings.Syntax.html);
    return new FeedEntry(document, base);
  }

  /** The address of the full page, absolute where the base is known. */
  Optional<String> link() {
    Optional<String> original = text("origlink");
    Optional<String> atom =
        all("link").filter(l -> l.hasAttr("href") && List.of("", "alternate").contains(l.attr("rel"))).map(l -> l.attr("href")).findFirst();
    Optional<String> rss = all("link").map(l -> l.wholeText().strip()).filter(s -> !s.isEmpty()).findFirst();
    Optional<String> guid =
        all("guid").filter(g -> !g.attr("isPermaLink").equalsIgnoreCase("false")).map(g -> g.wholeText().strip()).filter(g -> g.startsWith("http")).findFirst();
    return original.or(() -> atom).or(() -> rss).or(() -> guid).map(this::absolute).filter(s -> !s.isBlank());
  }

  /** What names the entry where it has no address. */
  Optional<String> id() {
    return text("id").or(() -> text("guid"));
  }

  Optional<String> title() {
    return all("title").findFirst().map(FeedEntry::plain).filter(s -> !s.isBlank());
  }

  Optional<String> publishedAsStated() {
    return first("pubdate", "published", "issued", "date", "created", "updated", "modified");
  }

  Optional<LocalDate> published() {
    return publishedAsStated().flatMap(FeedDays::parse);
  }

  /** The fullest text there is: the content modules, Atom's content, else description or summary. */
  Optional<Content> content() {
    Optional<Content> full =
        Stream.concat(
                all("encoded").filter(e -> !e.tagName().toLowerCase(Locale.ROOT).startsWith("excerpt")).map(e -> html(e.wholeText(), true)),
                Stream.concat(
                    all("content").filter(c -> !c.hasAttr("url") && !c.hasAttr("src")).flatMap(c -> atom(c, true)),
                    all("body").map(b -> html(b.html(), true))))
            .filter(c -> !c.text().isBlank())
            .findFirst();
    return full.or(() ->
        Stream.concat(all("description").map(d -> guess(d.wholeText())), all("summary").flatMap(s -> atom(s, false)))
            .filter(c -> !c.text().isBlank())
            .findFirst());
  }

  private static Stream<Content> atom(Element e, boolean whole) {
    String type = e.attr("type").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "xhtml", "application/xhtml+xml" -> Stream.of(html(e.html(), whole));
      case "html", "text/html" -> Stream.of(html(e.wholeText(), whole));
      case "", "text", "text/plain" -> Stream.of(e.children().isEmpty() ? new Content(e.wholeText().strip(), Capture.Format.TEXT, whole) : html(e.html(), whole));
      default -> Stream.empty();
    };
  }

  private static Content html(String text, boolean whole) {
    return new Content(text.strip(), Capture.Format.HTML, whole);
  }

  /** A description does not say whether it is markup. */
  private static Content guess(String text) {
    boolean markup = MARKUP.matcher(text).find();
    return new Content(text.strip(), markup ? Capture.Format.HTML : Capture.Format.TEXT, false);
  }

  private static String plain(Element title) {
    String text = title.children().isEmpty() ? title.wholeText() : title.text();
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0 ? shown(text) : text).strip().replaceAll("\\s+", " ");
  }

  private static String shown(String markup) {
    try {
      return Jsoup.parseBodyFragment(markup).text();
    } catch (ValidationException e) { // the parser fails at templates deeper than it goes
      return MARKUP.matcher(markup).replaceAll(" ");
    }
  }

  private Optional<String> first(String... names) {
    return Stream.of(names).flatMap(n -> text(n).stream()).findFirst();
  }

  private Optional<String> text(String name) {
    return all(name).map(e -> e.wholeText().strip()).filter(s -> !s.isEmpty()).findFirst();
  }

  private Stream<Element> all(String name) {
    return entry.children().stream().filter(e -> FeedScanner.local(e.tagName()).equalsIgnoreCase(name));
  }

  private String absolute(String link) {
    try {
      return base.isEmpty() ? link : URI.create(base).resolve(link.strip()).toString();
    } catch (IllegalArgumentException e) {
      return link;
    }
  }

  /** What the digest is made of: counters and other furniture of an entry make no new version. */
  byte[] essence() {
    String parts = String.join("\0", link().orElse(""), title().orElse(""), first("pubdate", "published", "date").orElse(""),
        content().map(Content::text).orElse(""));
    return parts.getBytes(StandardCharsets.UTF_8);
  }
}
