package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Outlet;
import org.sitrep.knowledge.Outlet.Part;
import org.sitrep.knowledge.Outlets;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/** Reads a page from its markup. */
final class MarkupPage {

  /** The longest source that is parsed, in characters; what is longer is no page. */
  static final int LONGEST = 20 << 20;

  /** The longest text of a page that is read on, in characters: what is longer is no article, and takes minutes. */
  static final int LONGEST_TEXT = 2_000_000;

  /** So many characters are no text of an article where its JSON-LD states one. */
  private static final int BARE = 160;

  private static final Pattern TEMPLATE = Pattern.compile("(</?)template", Pattern.CASE_INSENSITIVE);

  private final Layout layout;
  private final Outlets outlets;

  MarkupPage(Knowledge knowledge) {
    this.layout = knowledge.layout();
    this.outlets = knowledge.outlets();
  }

  Page read(Capture capture) {
    if (capture.content().length() > LONGEST) {
      return tooLarge(capture, capture.content().length(), LONGEST);
    }
    Document document = parsed(capture.content(), capture.url().orElse(""));
    return read(capture, document, MarkupThread.find(document, layout));
  }

  /** The parser fails at templates deeper than it goes; they are then read as elements without a meaning, places kept. */
  private static Document parsed(String source, String address) {
    try {
      return Parser.htmlParser().setTrackPosition(true).parseInput(source, address);
    } catch (ValidationException e) {
      String plain = TEMPLATE.matcher(source).replaceAll("$1x-plates");
      return Parser.htmlParser().setTrackPosition(true).parseInput(plain, address);
    }
  }

  /** Reads a parsed page whose thread is known. */
  Page read(Capture capture, Document document, MarkupThread found) {
    MarkupImprint head = new MarkupImprint(layout, capture, document);
    Selected selected = new Selected(document, outlets.ofHost(head.host()).orElse(null));
    MarkupThread thread = selected.with(found);
    Passages markup = Passages.of(document, capture.content(), layout.marks(), thread, selected.removed);
    AlignedText seen = markup.text();
    String text = seen.text();
    if (text.length() > LONGEST_TEXT) {
      return tooLarge(capture, text.length(), LONGEST_TEXT);
    }
    int headline = selected.headline(markup).orElseGet(() -> new Headlines(head.titles()).find(markup.passages, text));
    MainText main = new MainText(layout, markup, text, headline);
    Box root = selected.article(markup).orElseGet(main::find);
    Kind[] kinds = new MarkupKinds(layout, markup, text, main, headline).read(root);
    Bylines bylines = new Bylines(layout, markup, text, headline, root);
    Optional<StatedBody> stated =
        Optional.of(head.articleBody())
            .filter(b -> b.length() > BARE && isBare(markup, kinds))
            .flatMap(b -> StatedBody.of(document, capture.content(), b));
    Kind[] all = stated.map(b -> withStated(markup, kinds, b)).orElse(kinds);
    AlignedText aligned = stated.isPresent() ? markup.text() : seen;
    Lines lines = new Lines(capture.content());
    List<Block> blocks = blocks(markup, all, aligned, lines);
    Imprint imprint =
        selected.over(
            head.read(
                Optional.of(headline).filter(h -> h >= 0).map(h -> markup.passages.get(h).span().of(text)),
                bylines.author(),
                bylines.published(kinds)));
    return page(capture, imprint, aligned, blocks, MarkupComments.of(thread, markup, aligned, lines), head.issues());
  }

  private static Page page(Capture capture, Imprint imprint, AlignedText aligned, List<Block> blocks, List<Comment> comments, List<Issue> issues) {
    Article own =
        new Article(
            capture.doc(),
            capture.digest(),
            capture.url().or(imprint::url),
            capture.publisher().or(imprint::publisher),
            MarkupImprint.published(capture, imprint),
            aligned,
            blocks.stream().filter(b -> b.kind().isArticle() || b.kind() == Kind.DATELINE).toList());
    return new Page(capture, imprint, own, blocks, comments, issues);
  }

  /** Whether hardly any text was found. */
  private static boolean isBare(Passages markup, Kind[] kinds) {
    int length = 0;
    for (int i = 0; i < kinds.length; i++) {
      length += kinds[i] == Kind.BODY || kinds[i] == Kind.BLOCK_QUOTE ? markup.passages.get(i).length() : 0;
    }
    return length < BARE;
  }

  /** The text of the page's JSON-LD in place of what little there is. */
  private static Kind[] withStated(Passages markup, Kind[] kinds, StatedBody body) {
    markup.add(body);
    Kind[] all = Arrays.copyOf(kinds, markup.passages.size());
    for (int i = 0; i < kinds.length; i++) {
      all[i] = kinds[i] == Kind.BODY || kinds[i] == Kind.BLOCK_QUOTE ? Kind.BOILERPLATE : kinds[i];
    }
    Arrays.fill(all, kinds.length, all.length, Kind.BODY);
    return all;
  }

  private static List<Block> blocks(Passages markup, Kind[] kinds, AlignedText aligned, Lines lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      Span span = markup.passages.get(i).span();
      Span source = aligned.toOriginal(span);
      blocks.add(new Block(kinds[i], span, lines.of(source.start()), lines.of(Math.max(source.start(), source.end() - 1))));
    }
    return blocks;
  }

  private static Page tooLarge(Capture capture, int length, int limit) {
    String message = String.format(Locale.ROOT, "%,d characters; the limit for one page is %,d", length, limit);
    Article nothing =
        new Article(capture.doc(), capture.digest(), capture.url(), capture.publisher(), capture.published(),
            AlignedText.identity(""), List.of());
    return new Page(capture, Imprint.NONE, nothing, List.of(), List.of(),
        List.of(new Issue(Issue.Kind.TOO_LARGE, capture.origin(), 0, message)));
  }

  /** What an outlet's own selectors find on a page. */
  private static final class Selected {

    private final Document document;
    private final @Nullable Outlet outlet;
    private final Set<Element> removed = Collections.newSetFromMap(new IdentityHashMap<>());

    Selected(Document document, @Nullable Outlet outlet) {
      this.document = document;
      this.outlet = outlet;
      if (outlet != null) {
        outlet.remove().forEach(s -> removed.addAll(document.select(s.css())));
      }
    }

    private List<Element> all(Part part) {
      return outlet == null ? List.of() : outlet.css(part).<List<Element>>map(document::select).orElse(List.of());
    }

    private Optional<Element> one(Part part) {
      return all(part).stream().findFirst();
    }

    MarkupThread with(MarkupThread found) {
      List<Element> containers = new ArrayList<>(found.containers());
      containers.addAll(all(Part.COMMENTS));
      return new MarkupThread(found.posts(), containers);
    }

    Optional<Integer> headline(Passages markup) {
      return one(Part.HEADLINE).flatMap(markup::box).filter(b -> b.end > b.first).map(b -> b.first);
    }

    Optional<Box> article(Passages markup) {
      return one(Part.ARTICLE).flatMap(markup::box);
    }

    Imprint over(Imprint imprint) {
      Optional<String> author = one(Part.AUTHOR).map(e -> Written.of(List.of(e))).filter(a -> !a.isEmpty());
      Optional<Moment> published = one(Part.PUBLISHED).flatMap(Selected::moment);
      return new Imprint(
          imprint.headline(),
          author.or(imprint::author),
          imprint.publisher(),
          imprint.url(),
          published.map(Moment::day).or(imprint::published),
          imprint.modified(),
          imprint.language());
    }

    private static Optional<Moment> moment(Element element) {
      return Moment.of(element.attr("datetime"))
          .or(() -> Moment.of(element.attr("content")))
          .or(() -> Moment.of(Written.of(List.of(element))));
    }
  }
}
