package org.sitrep.segmentation;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element of a page, with the stretch of passages that stands in it. */
final class Box {

  /** What an element's tag says, for it and all within it. */
  static final int NAV = 1;
  static final int FOOTER = 1 << 1;
  static final int ASIDE = 1 << 2;
  static final int FORM = 1 << 3;
  static final int BUTTON = 1 << 4;
  static final int FIGCAPTION = 1 << 5;
  static final int QUOTE = 1 << 6;
  static final int ITEM = 1 << 7;
  static final int CELL = 1 << 8;
  static final int HEADER = 1 << 9;
  static final int PRE = 1 << 10;
  static final int FIGURE = 1 << 11;
  static final int ARTICLE = 1 << 12;
  static final int MAIN = 1 << 13;
  static final int PARAGRAPH = 1 << 14;
  static final int ADDRESS = 1 << 15;
  static final int UNSEEN = 1 << 16;
  static final int TIME = 1 << 17;

  final Element element;
  final @Nullable Box parent;
  final int number;
  final int depth;

  /** Bits of {@link Block} tags, its own and inherited. */
  int tags;

  /** What its own tag says. */
  int ownTags;

  /** 1 to 6 within a heading, else 0. */
  int heading;

  /** What its own names say, a bit for each mark. */
  int ownMarks;

  /** What its names and those of the elements around it say, as far as it is believed. */
  int marks;

  /** Number of the comment that it is part of; -1 for none. */
  int post = -1;

  /** Whether it is part of a thread. */
  boolean thread;

  /** The first passage in it. */
  int first;

  /** One past the last passage in it. */
  int end;

  Box(Element element, @Nullable Box parent, int number, int first) {
    this.element = element;
    this.parent = parent;
    this.number = number;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.first = first;
    if (parent != null) {
      tags = parent.tags;
      heading = parent.heading;
      post = parent.post;
      thread = parent.thread;
    }
  }

  boolean is(int tag) {
    return (tags & tag) != 0;
  }

  boolean holds(int passage) {
    return first <= passage && passage < end;
  }

  /** Whether this is {@code other} or within it. */
  boolean isWithin(Box other) {
    return other.number <= number && first >= other.first && end <= other.end && other.depth <= depth;
  }
}
