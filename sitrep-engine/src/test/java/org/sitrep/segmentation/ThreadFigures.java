package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Layout;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;
import org.sitrep.segmentation.Flattener.Flat;
import org.sitrep.segmentation.Flattener.Form;
import org.sitrep.segmentation.Flattener.Truth;
import org.sitrep.segmentation.InventedThreads.Said;
import org.sitrep.segmentation.MarkupThread.Posted;

/** How well threads are read from lines, against the markup that the lines were made from. */
final class ThreadFigures {

  /** Sums over pages. */
  static final class Sums {
    int found;
    int missed;
    int wrong;
    int authors;
    int authorsRight;
    int authorsFalse;
    int parents;
    int parentsRight;
    int falseCertain;
    long comment;
    long leaked;
    long article;
    long kept;
    int pages;

    double starts() {
      return 2.0 * found / Math.max(1, 2 * found + missed + wrong);
    }

    private static double share(long part, long of) {
      return of == 0 ? 1 : (double) part / of;
    }

    /** The figures by name. */
    Map<String, Double> figures(String set) {
      Map<String, Double> figures = new HashMap<>();
      figures.put(set + "-starts", starts());
      figures.put(set + "-authors", share(authorsRight, authors));
      figures.put(set + "-authors-false", share(authorsFalse, Math.max(1, found)));
      figures.put(set + "-parents", share(parentsRight, parents));
      figures.put(set + "-false-certain", share(falseCertain, Math.max(1, found)));
      figures.put(set + "-leak", comment == 0 ? 0 : (double) leaked / comment);
      figures.put(set + "-kept", share(kept, article));
      return figures;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d pages | starts F1 %.3f (%d missed, %d wrong) | authors %d/%d false %d | parents %d/%d false-certain %d"
              + " | leak %.3f kept %.3f",
          pages, starts(), missed, wrong, authorsRight, authors, authorsFalse, parentsRight, parents, falseCertain,
          comment == 0 ? 0 : (double) leaked / comment, share(kept, article));
    }
  }

  private final Segmenter segmenter;
  private final Layout layout;

  ThreadFigures(Knowledge knowledge) {
    this.segmenter = new Segmenter(knowledge);
    this.layout = knowledge.layout();
  }

  /** The thread that a page's markup states; nothing where the markup leaves a parent or an author open. */
  List<Said> stated(String html) {
    List<Posted> posts = MarkupThread.find(Jsoup.parse(html), layout).posts();
    List<Said> thread = new ArrayList<>();
    for (Posted post : posts) {
      List<String> paragraphs = paragraphs(post);
      if (post.author() == null || !post.parentKnown() || paragraphs.isEmpty()) {
        return List.of();
      }
      String time = post.time() == null ? "" : post.time();
      thread.add(new Said(post.author(), time, post.votes() == null ? 0 : post.votes(), paragraphs, post.parent(), post.depth()));
    }
    return thread;
  }

  private static List<String> paragraphs(Posted post) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder loose = new StringBuilder();
    post.body().forEach(
        node -> {
          if (node instanceof TextNode text) {
            loose.append(text.text());
          } else if (node instanceof Element element) {
            List<Element> inside = element.select("p");
            if (Markup.isInline(element)) {
              loose.append(element.text());
            } else if (inside.isEmpty()) {
              paragraphs.add(element.text());
            } else {
              inside.forEach(p -> paragraphs.add(p.text()));
            }
          }
        });
    paragraphs.add(loose.toString());
    paragraphs.replaceAll(String::strip);
    paragraphs.removeIf(String::isEmpty);
    return paragraphs;
  }

  void add(Flat flat, Sums sums) {
    add(flat, sums, false);
  }

  void add(Flat flat, Sums sums, boolean print) {
    Page page =
        segmenter.apply(
            new Capture("flat", "flat", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Capture.Format.FLATTENED, flat.text(), "0"));
    Map<Integer, Comment> got = new HashMap<>();
    page.comments().forEach(c -> got.put(c.firstLine(), c));
    sums.pages++;
    int optional = 0;
    for (Truth truth : flat.truths()) {
      Comment comment = got.get(truth.start());
      if (truth.optional()) {
        optional += comment == null ? 0 : 1;
      } else {
        sums.found += comment == null ? 0 : 1;
        sums.missed += comment == null ? 1 : 0;
      }
      people(truth, comment, sums);
      parents(truth, comment, page, sums);
      if (print && comment == null && !truth.optional()) {
        System.out.println("    missed " + truth);
      }
      got.remove(truth.start());
    }
    sums.wrong += got.size();
    if (print) {
      got.values().forEach(c -> System.out.println("    wrong " + c.firstLine() + " " + c.author() + " " + c.text()));
    }
    lines(flat, page, sums);
  }

  private static void people(Truth truth, @Nullable Comment comment, Sums sums) {
    Optional<String> author = comment == null ? Optional.empty() : comment.author();
    sums.authors += truth.author() == null ? 0 : 1;
    boolean right = truth.author() != null && author.filter(truth.author()::equals).isPresent();
    sums.authorsRight += right ? 1 : 0;
    sums.authorsFalse += author.isPresent() && !right ? 1 : 0;
  }

  private static void parents(Truth truth, @Nullable Comment comment, Page page, Sums sums) {
    int start = comment == null ? -1 : comment.parent().map(p -> page.comments().get(p).firstLine()).orElse(0);
    boolean right = start == truth.parentStart();
    if (truth.stated()) {
      sums.parents++;
      sums.parentsRight += right && comment != null && comment.parentKnown() ? 1 : 0;
    }
    sums.falseCertain += comment != null && comment.parentKnown() && !right ? 1 : 0;
  }

  private static void lines(Flat flat, Page page, Sums sums) {
    for (Block block : page.blocks()) {
      int length = block.span().length();
      boolean article = block.kind().isArticle();
      if (block.firstLine() <= flat.articleLines()) {
        sums.article += length;
        sums.kept += article ? length : 0;
      } else {
        sums.comment += length;
        sums.leaked += article ? length : 0;
      }
    }
  }

  /** One form of one page, with names lost in three degrees. */
  void addForms(List<String> article, List<Said> thread, Form form, long seed, Sums sums) {
    add(new Flattener(form, new double[] {0, 0.3, 0.6}[(int) (seed % 3)], seed).flatten(article, thread), sums, false);
  }
}
