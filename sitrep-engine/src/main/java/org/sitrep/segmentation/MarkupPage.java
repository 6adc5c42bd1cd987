package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.sitrep.knowledge.Layout;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.text.AlignedText;

/** Reads a page from its markup. */
final class MarkupPage {

  private final Layout layout;

  MarkupPage(Layout layout) {
    this.layout = layout;
  }

  Page read(Capture capture) {
    String html = capture.content();
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, capture.url().orElse(""));
    MarkupThread thread = MarkupThread.find(document);
    Markup markup = Markup.of(document, html, layout.marks(), thread, Set.of(), false);
    AlignedText aligned = markup.text();
    String text = aligned.text();
    List<String> titles = new ArrayList<>();
    titles.add(document.title());
    for (Element meta : document.head().select("meta[property=og:title],meta[name=twitter:title]")) {
      titles.add(meta.attr("content"));
    }
    int headline = new Headlines(titles).find(markup.passages, text);
    MainText main = new MainText(layout, markup, text, headline);
    Kind[] kinds = new MarkupKinds(layout, markup, text, main, headline).read(main.find());
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      blocks.add(new Block(kinds[i], markup.passages.get(i).span(), 0, 0));
    }
    Optional<String> head = headline >= 0 ? Optional.of(markup.passages.get(headline).span().of(text)) : Optional.empty();
    Imprint imprint = Imprint.of(head, Optional.empty());
    Article own = new Article(capture.doc(), capture.digest(), capture.url(), capture.publisher(), capture.published(), aligned,
        blocks.stream().filter(b -> b.kind().isArticle() || b.kind() == Kind.DATELINE).toList());
    List<Comment> comments = List.of();
    return new Page(capture, imprint, own, blocks, comments, List.of());
  }
}
