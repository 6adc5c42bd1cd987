package org.sitrep.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints pages as JSON lines (text, comments, segments), for scoring without the command line. Arguments:
 * the directory that holds {@code knowledge/}, then what to read. With "lines" as the second argument it
 * prints blocks for the eye instead.
 */
final class PagesMain {

  private PagesMain() {}

  public static void main(String[] args) {
    Segmenter segmenter = new Segmenter(Knowledge.load(Path.of(args[0]), List.of()));
    boolean eye = args[1].equals("lines");
    List<Path> inputs = Stream.of(args).skip(eye ? 2 : 1).map(Path::of).toList();
    new Ingestion()
        .read(
            inputs,
            capture -> {
              Page page = segmenter.apply(capture);
              System.out.println(eye ? lines(page) : JsonMapper.shared().writeValueAsString(json(page)));
            },
            issue -> System.err.println(issue));
  }

  private static String lines(Page page) {
    StringBuilder out = new StringBuilder("##### " + page.capture().doc() + " | "
        + page.headline().orElse("-") + " | " + page.article().published() + "\n");
    List<Comment> comments = page.comments();
    for (Block block : page.blocks()) {
      for (int i = 0; i < comments.size(); i++) {
        Comment c = comments.get(i);
        if (c.span().start() == block.span().start() && block.kind() == Block.Kind.COMMENT) {
          out.append(String.format(Locale.ROOT, "  -- #%d %s %s -> %s%s%n", i, c.author().orElse("?"),
              c.time().orElse(""), c.parent().map(p -> "#" + p).orElse("none"), c.parentKnown() ? " known" : ""));
        }
      }
      String text = block.span().of(page.text()).replace('\n', '/');
      out.append(String.format(Locale.ROOT, "%4d-%-4d %-11s %s%n", block.firstLine(), block.lastLine(),
          block.kind(), text.length() > 120 ? text.substring(0, 120) : text));
    }
    return out.toString();
  }

  private static Map<String, @Nullable Object> json(Page page) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("doc", page.capture().doc());
    object.put("headline", page.headline().orElse(null));
    object.put(
        "text",
        page.article().blocks().stream()
            .filter(b -> b.kind().isArticle() && b.kind() != Block.Kind.HEADLINE)
            .map(b -> b.span().of(page.text()))
            .collect(Collectors.joining("\n\n")));
    List<Map<String, @Nullable Object>> comments = new ArrayList<>();
    for (Comment comment : page.comments()) {
      Map<String, @Nullable Object> c = new LinkedHashMap<>();
      c.put("author", comment.author().orElse(null));
      c.put("time", comment.time().orElse(null));
      c.put("text", comment.text());
      c.put("start", comment.firstLine());
      c.put("end", comment.lastLine());
      c.put("parent_start", comment.parent().map(p -> page.comments().get(p).firstLine()).orElse(null));
      c.put("parent_known", comment.parentKnown());
      comments.add(c);
    }
    object.put("comments", comments);
    object.put(
        "segments",
        page.blocks().stream()
            .map(b -> Map.of("start", b.firstLine(), "end", b.lastLine(),
                "kind", b.kind().name().toLowerCase(Locale.ROOT)))
            .toList());
    return object;
  }
}
