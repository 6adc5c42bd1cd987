package org.sitrep.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.pipeline.Coded;
import org.sitrep.store.Store;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/** Keeps an article with readers' posts below it, as reading a page would. */
final class Commented {

  private Commented() {}

  /** @param posts "NAME|WORDS", or "NAME|>N|WORDS" of one that answers post N, from 1 */
  static void save(Store store, String doc, String words, List<String> posts) {
    StringBuilder text = new StringBuilder(words).append('\n');
    List<Comment> comments = new ArrayList<>();
    for (String post : posts) {
      String[] parts = post.split("\\|", 2);
      boolean answers = parts[1].startsWith(">");
      Optional<Integer> parent = answers ? Optional.of(Integer.parseInt(parts[1].substring(1, parts[1].indexOf('|'))) - 1) : Optional.empty();
      String said = answers ? parts[1].substring(parts[1].indexOf('|') + 1) : parts[1];
      Span span = new Span(text.length(), text.length() + post.length());
      text.append(post).append('\n');
      comments.add(
          new Comment(Optional.of(parts[0]), Optional.empty(), Optional.empty(), said, span, 2, 2, parent, true, answers ? 1 : 0));
    }
    Coded coded = Served.TOOLBOX.pipeline().claims(capture(doc, words + "\n", Capture.Format.TEXT));
    Capture capture = capture(doc, text.toString(), Capture.Format.FLATTENED);
    List<Block> blocks = new ArrayList<>(coded.page().blocks());
    comments.forEach(c -> blocks.add(new Block(Block.Kind.COMMENT, c.span(), 2, 2)));
    Article article =
        new Article(
            doc, doc + "-digest", Optional.empty(), Optional.empty(), capture.published(),
            AlignedText.identity(text.toString()), coded.page().article().blocks());
    store.beginRun(List.of("test"));
    store.save(new Page(capture, Imprint.NONE, article, blocks, comments, List.of()), coded.claims(), List.of());
    org.sitrep.desk.Joining.bring(Served.TOOLBOX.pipeline(), store);
  }

  private static Capture capture(String doc, String text, Capture.Format format) {
    return new Capture(
        doc, doc + ".txt", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2017, 9, 3)),
        Optional.empty(), format, text, doc + "-digest");
  }
}
