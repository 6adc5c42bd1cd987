package org.sitrep.segmentation;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Stated;
import org.sitrep.page.Capture;
import org.sitrep.page.Imprint;
import tools.jackson.databind.JsonNode;

/**
 * What a page's head and its markup say of it. Of several statements the page's own JSON-LD counts first, then the meta elements
 * in the order of {@code layout/html.yml}, then what stands in the text.
 */
final class MarkupImprint {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern OUTLET = Pattern.compile("\\s+[|•·–—-]\\s+[^|•·–—]{2,60}$");
  private static final int LONGEST_NAME = 120;

  private final Layout layout;
  private final Capture capture;
  private final Document document;
  private final Map<String, String> meta = new HashMap<>();
  private final String address;
  private final List<String> titles = new ArrayList<>();
  private final @Nullable JsonNode own;
  private final @Nullable JsonNode page;

  MarkupImprint(Layout layout, Capture capture, Document document) {
    this.layout = layout;
    this.capture = capture;
    this.document = document;
    for (Element element : document.select("meta[content]")) {
      String name = Stream.of("property", "name", "itemprop", "http-equiv").map(element::attr).filter(a -> !a.isEmpty()).findFirst().orElse("");
      String content = tidy(element.attr("content"));
      if (!name.isEmpty() && !content.isEmpty()) {
        meta.putIfAbsent(name.toLowerCase(Locale.ROOT), content);
      }
    }
    this.address = findAddress();
    titles.add(title(document));
    metas(Stated.HEADLINE).forEach(titles::add);
    capture.title().ifPresent(titles::add);
    LinkedData data = LinkedData.of(document);
    this.own = data.own(new Headlines(titles), address).orElse(null);
    this.page = data.page().orElse(null);
    if (own != null) {
      titles.add(tidy(LinkedData.text(own, "headline")));
    }
  }

  /** The title, which may stand outside the head where the markup is out of order; pictures have titles, too. */
  private static String title(Document document) {
    return document.select("title").stream().filter(t -> t.closest("svg") == null).map(t -> tidy(t.text())).findFirst().orElse("");
  }

  /** What the page is called: its titles and headlines as stated in its head. */
  List<String> titles() {
    return titles;
  }

  /** The host of the page's address; empty where it is unknown. */
  String host() {
    return Stream.of(capture.url().orElse(""), address).map(MarkupImprint::host).filter(h -> !h.isEmpty()).findFirst().orElse("");
  }

  /** Text that stands in the page's JSON-LD as that of the article; empty where there is none. */
  String articleBody() {
    return own == null ? "" : LinkedData.text(own, "articleBody");
  }

  /**
   * The imprint.
   *
   * @param headline as printed on the page
   * @param author as its byline says
   * @param published as stated in the page's text
   */
  Imprint read(Optional<String> headline, Optional<String> author, Optional<Moment> published) {
    Optional<String> publisher = publisher();
    return new Imprint(
        headline.or(() -> stated(publisher)),
        linked("author").or(() -> metas(Stated.AUTHOR).map(layout::name).filter(this::isName).findFirst()).or(() -> author)
            .filter(a -> publisher.stream().noneMatch(p -> p.equalsIgnoreCase(a))),
        publisher,
        address.isEmpty() ? Optional.empty() : Optional.of(address),
        time("datePublished", Stated.PUBLISHED).or(() -> published.filter(this::isPossible)).or(this::ofAddress).map(Moment::day),
        time("dateModified", Stated.MODIFIED).flatMap(Moment::instant),
        language());
  }

  private Optional<String> publisher() {
    return metas(Stated.PUBLISHER).filter(this::isName).findFirst()
        .or(() -> own == null ? Optional.empty() : LinkedData.names(own, "publisher").stream().filter(this::isName).findFirst());
  }

  private Optional<String> stated(Optional<String> publisher) {
    Stream<String> linked = own == null ? Stream.of() : Stream.of(tidy(LinkedData.text(own, "headline")));
    return Stream.concat(linked, Stream.concat(metas(Stated.HEADLINE), titles.stream().limit(1)))
        .map(t -> withoutOutlet(t, publisher))
        .filter(t -> !t.isEmpty())
        .findFirst();
  }

  private static String withoutOutlet(String title, Optional<String> publisher) {
    var end = OUTLET.matcher(title);
    if (!end.find()) {
      return title;
    }
    String name = title.substring(end.start()).replaceFirst("^\\s+\\S\\s+", "");
    boolean named = publisher.stream().anyMatch(p -> p.equalsIgnoreCase(name));
    return named || title.charAt(end.start() + 1) == '|' && end.start() > 20 ? title.substring(0, end.start()) : title;
  }

  private Optional<String> linked(String field) {
    if (own == null) {
      return Optional.empty();
    }
    String names = String.join(", ", LinkedData.names(own, field).stream().map(MarkupImprint::tidy).map(layout::name).filter(this::isName).toList());
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private Optional<Moment> time(String field, Stated sort) {
    return Stream.of(own, page)
        .flatMap(Stream::ofNullable)
        .map(node -> LinkedData.text(node, field))
        .map(Moment::of)
        .flatMap(Optional::stream)
        .filter(this::isPossible)
        .findFirst()
        .or(() -> metas(sort).map(Moment::of).flatMap(Optional::stream).filter(this::isPossible).findFirst());
  }

  /** Times of publication and change that the head states and no calendar has. */
  List<Issue> issues() {
    Stream<String> linked = Stream.of(own, page).flatMap(Stream::ofNullable)
        .flatMap(node -> Stream.of(LinkedData.text(node, "datePublished"), LinkedData.text(node, "dateModified")));
    Stream<String> metas = Stream.concat(metas(Stated.PUBLISHED), metas(Stated.MODIFIED));
    return Stream.concat(linked, metas).map(MarkupImprint::tidy).filter(Moment::isNoDay).distinct()
        .map(stated -> new Issue(Issue.Kind.TIME, capture.doc(), 0, "\"" + stated + "\" in the page's head is no day of the calendar; not used"))
        .toList();
  }

  private Optional<Moment> ofAddress() {
    return Stream.of(capture.url().orElse(""), address)
        .map(Moment::inAddress)
        .flatMap(Optional::stream)
        .filter(this::isPossible)
        .findFirst();
  }

  private boolean isPossible(Moment moment) {
    return moment.isPossible(capture.fetched());
  }

  private Optional<String> language() {
    Element html = document.selectFirst("html");
    Function<String, String> tag = s -> s.replace('_', '-').strip();
    return Stream.concat(
            Stream.of(html == null ? "" : html.attr("lang"), html == null ? "" : html.attr("xml:lang"),
                own == null ? "" : LinkedData.text(own, "inLanguage")),
            metas(Stated.LANGUAGE))
        .map(tag)
        .filter(t -> LANGUAGE.matcher(t).matches())
        .findFirst();
  }

  private String findAddress() {
    Element link = document.selectFirst("link[rel=canonical]");
    Stream<String> stated = Stream.concat(Stream.of(link == null ? "" : link.attr("href")), metas(Stated.URL));
    return stated.filter(s -> !s.isBlank()).map(this::absolute).filter(this::isOwn).findFirst().orElse("");
  }

  private String absolute(String stated) {
    try {
      URI uri = new URI(stated.strip());
      URI whole = capture.url().isPresent() ? new URI(capture.url().get()).resolve(uri) : uri;
      boolean web = "http".equalsIgnoreCase(whole.getScheme()) || "https".equalsIgnoreCase(whole.getScheme());
      return web && whole.getHost() != null ? whole.toString() : "";
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      return "";
    }
  }

  /** An outlet's front page is no article's address. */
  private boolean isOwn(String stated) {
    return !stated.isEmpty() && (stated.replaceFirst("^https?://[^/]+/?", "").length() > 0 || capture.url().map(stated::equals).orElse(false));
  }

  static String host(String address) {
    try {
      String host = new URI(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (java.net.URISyntaxException e) {
      return "";
    }
  }

  private Stream<String> metas(Stated sort) {
    return layout.names(sort).stream().map(meta::get).flatMap(Stream::ofNullable);
  }

  /** A name and no address. */
  private boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_NAME && !text.contains("://") && !text.contains("@") && text.chars().anyMatch(Character::isLetter);
  }

  private static String tidy(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** The day that a capture states, else the page's. */
  static Optional<LocalDate> published(Capture capture, Imprint imprint) {
    return capture.published().or(imprint::published);
  }
}
