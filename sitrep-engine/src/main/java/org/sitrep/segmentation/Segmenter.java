package org.sitrep.segmentation;

import java.util.List;
import java.util.stream.IntStream;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;

/**
 * Takes a page apart: headline, text, quotations, captions, furniture, and apart from them the readers'
 * comments with their authors and whom they answer, as far as the page shows it. Works on what is there:
 * running text, pages flattened to lines, and HTML.
 *
 * <p>In text, spans are offsets in {@link Page#text()}: the document as given but for characters that nobody sees. Every line that is not blank is in exactly one
 * block. What the page does not state about a comment stays unknown. Pure and thread-safe; never throws.
 */
public final class Segmenter implements Stage<Capture, Page> {

  /** Orders in which comments can be shown. */
  public enum Order {
    /** As on the page. */
    THREAD,
    /** By the times printed with them; those without one last. */
    NEWEST,
    /** By the votes printed with them; those without last. */
    MOST_VOTED
  }

  private final FlatPage flat;
  private final MarkupPage markup;
  private final CommentOrder orders;

  /** With the wording of {@code layout/*.yml}. */
  public Segmenter(Knowledge knowledge) {
    this.flat = new FlatPage(knowledge.layout());
    this.markup = new MarkupPage(knowledge);
    this.orders = new CommentOrder(knowledge.layout().threads().ages());
  }

  @Override
  public Page apply(Capture capture) {
    return capture.format() == Capture.Format.HTML ? markup.read(capture) : flat.read(capture);
  }

  /** Numbers of a page's comments in an order. */
  public List<Integer> order(Page page, Order order) {
    return switch (order) {
      case THREAD -> IntStream.range(0, page.comments().size()).boxed().toList();
      case NEWEST -> orders.newest(page.comments());
      case MOST_VOTED -> CommentOrder.mostVoted(page.comments());
    };
  }
}
