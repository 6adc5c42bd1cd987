package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sitrep.knowledge.Layout;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.segmentation.ThreadFinder.Found;
import org.sitrep.segmentation.ThreadFinder.Shape;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/** Reads a page from its lines alone. */
final class FlatPage {

  private final Layout layout;
  private final Names names;
  private final ThreadFinder finder;

  FlatPage(Layout layout) {
    this.layout = layout;
    this.names = new Names(layout);
    this.finder = new ThreadFinder(layout, names, new Style(layout));
  }

  Page read(Capture capture) {
    List<Line> all = Line.of(capture.content());
    Optional<PostPage> post = PostPage.of(all, capture.url());
    List<Line> lines = post.map(PostPage::lines).orElse(all);
    Found found = finder.find(lines);
    ArticleReader article = new ArticleReader(layout, lines, found.first());
    Kind[] kinds = article.read(capture.title());
    for (int i = found.first(); i < lines.size(); i++) {
      kinds[i] = i < found.comments() ? Kind.BOILERPLATE : Kind.COMMENT;
    }
    post.ifPresent(p -> IntStream.range(0, found.first()).forEach(i -> kinds[i] = p.isAside(i) ? Kind.BOILERPLATE : Kind.BODY));
    List<Post> posts = thread(lines, found, kinds);
    AlignedText aligned = Invisible.removed(capture.content());
    List<Block> blocks = blocks(lines, kinds, posts, aligned);
    Optional<String> headline =
        article.headline() < 0
            ? capture.title().map(FlatPage::firstTitle)
            : Optional.of(lines.get(article.headline()).text());
    Imprint imprint = Imprint.of(headline, new PrintedDay(layout, lines, kinds, article.headline()).find(capture));
    Article own =
        new Article(
            capture.doc(),
            capture.digest(),
            capture.url(),
            capture.publisher(),
            capture.published().or(imprint::published),
            aligned,
            blocks.stream()
                .filter(b -> b.kind().isArticle() || b.kind() == Kind.DATELINE)
                .toList());
    return new Page(capture, imprint, own, blocks, comments(lines, posts, aligned), List.of());
  }

  private List<Post> thread(List<Line> lines, Found found, Kind[] kinds) {
    List<Post> posts;
    if (found.shape() == Shape.NONE) {
      return List.of();
    }
    if (found.shape() == Shape.BULLETS) {
      BulletThread thread = new BulletThread(layout, lines);
      posts = thread.read(found.comments());
      thread.labels().forEach(i -> kinds[i] = Kind.BOILERPLATE);
    } else if (found.shape() == Shape.CLOSED) {
      posts = new ClosedThread(layout, names, lines).read(found.comments());
    } else {
      FlatThread thread = new FlatThread(layout, names, lines, found.comments(), found.shape());
      posts = thread.read();
      thread.labels().forEach(i -> kinds[i] = Kind.BOILERPLATE);
    }
    new Replies(layout, lines, posts).resolve(found.first(), found.shape() == Shape.BULLETS);
    return posts;
  }

  /** A title stated beside the text, without the outlet's name. */
  private static String firstTitle(String title) {
    int bar = title.indexOf(" | ");
    return (bar > 20 ? title.substring(0, bar) : title).strip();
  }

  private static List<Block> blocks(List<Line> lines, Kind[] kinds, List<Post> posts, AlignedText aligned) {
    Set<Integer> starts = new HashSet<>();
    posts.forEach(p -> starts.add(p.first));
    List<Block> blocks = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size()
          || kinds[i] != kinds[first]
          || lines.get(i).blanks() > 0
          || starts.contains(i)
          || !Wrapping.joined(lines, i, kinds[i])) {
        Line last = lines.get(i - 1);
        blocks.add(
            new Block(
                kinds[first],
                aligned.fromOriginal(new Span(lines.get(first).start(), last.end())),
                lines.get(first).number(),
                last.number()));
        first = i;
      }
    }
    return lines.isEmpty() ? List.of() : blocks;
  }

  private static List<Comment> comments(List<Line> lines, List<Post> posts, AlignedText aligned) {
    List<Comment> comments = new ArrayList<>();
    for (Post post : posts) {
      Line first = lines.get(post.first);
      Line last = lines.get(post.last);
      comments.add(
          new Comment(
              Optional.ofNullable(post.author),
              Optional.ofNullable(post.time),
              Optional.ofNullable(post.votes),
              post.texts.stream()
                  .map(i -> text(lines.get(i), post))
                  .collect(Collectors.joining("\n")),
              aligned.fromOriginal(new Span(first.start(), last.end())),
              first.number(),
              last.number(),
              post.parent < 0 ? Optional.empty() : Optional.of(post.parent),
              post.parentKnown,
              post.depth));
    }
    return comments;
  }

  private static String text(Line line, Post post) {
    boolean bullet = post.author == null && BulletThread.isBullet(line);
    return bullet ? BulletThread.label(line) : line.text();
  }
}
