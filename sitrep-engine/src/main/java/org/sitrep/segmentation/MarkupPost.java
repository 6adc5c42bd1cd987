package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.ThreadMarkup.Platform;

/** A comment in a page's markup, in the making. Mutable; lives only while one page is read. */
final class MarkupPost {

  final Element start;
  /** None where it was found by words alone. */
  final @Nullable Platform platform;
  /** What the comment stands in: its element, or that and what follows beside it. */
  final List<Node> roots = new ArrayList<>();
  /** All nodes that are of no other comment, in the order of the page. */
  final List<Node> own = new ArrayList<>();

  /** Elements of the page in which another comment stands. */
  Set<Node> mixed = Set.of();

  @Nullable String id;
  @Nullable String parentId;
  int level = -1;
  int indents;
  /** The number of the comment around it; -1 for none. */
  int around = -1;

  @Nullable String author;
  @Nullable String time;
  @Nullable Integer votes;
  @Nullable String to;
  boolean answerable;
  List<Node> body = List.of();

  int parent = -1;
  boolean parentKnown;
  int depth;

  MarkupPost(Element start, @Nullable Platform platform) {
    this.start = start;
    this.platform = platform;
    this.roots.add(start);
  }
}
