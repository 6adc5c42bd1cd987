package org.sitrep.language;

import java.util.Arrays;

/**
 * The state of the arc-eager system (Nivre, "Algorithms for deterministic incremental dependency parsing",
 * Computational Linguistics 34(4), 2008) with the root as the last token (Ballesteros and Nivre 2013).
 * Classes of transitions: shift, reduce, then a left arc and a right arc for each label. Reused from
 * sentence to sentence; not thread-safe.
 */
final class Configuration {

  static final int SHIFT = 0;
  static final int REDUCE = 1;
  static final int FIRST_ARC = 2;

  final int labels;
  int n;
  int root;
  int front;
  int top;
  int[] stack = new int[64];
  int[] head = new int[64];
  int[] label = new int[64];
  int[] left = new int[64];
  int[] left2 = new int[64];
  int[] right = new int[64];
  int[] right2 = new int[64];
  int[] lefts = new int[64];
  int[] rights = new int[64];
  long[] leftSet = new long[64];
  long[] rightSet = new long[64];

  Configuration(int labels) {
    this.labels = labels;
  }

  /** Stack empty, all tokens to come. */
  void start(int size) {
    n = size;
    root = size + 1;
    front = 1;
    top = 0;
    int wanted = size + 4;
    if (wanted > head.length) {
      int larger = Math.max(wanted, head.length * 2);
      stack = new int[larger];
      head = new int[larger];
      label = new int[larger];
      left = new int[larger];
      left2 = new int[larger];
      right = new int[larger];
      right2 = new int[larger];
      lefts = new int[larger];
      rights = new int[larger];
      leftSet = new long[larger];
      rightSet = new long[larger];
    } else {
      Arrays.fill(head, 0, wanted, 0);
      Arrays.fill(left, 0, wanted, 0);
      Arrays.fill(left2, 0, wanted, 0);
      Arrays.fill(right, 0, wanted, 0);
      Arrays.fill(right2, 0, wanted, 0);
      Arrays.fill(lefts, 0, wanted, 0);
      Arrays.fill(rights, 0, wanted, 0);
      Arrays.fill(leftSet, 0, wanted, 0L);
      Arrays.fill(rightSet, 0, wanted, 0L);
    }
    Arrays.fill(label, 0, wanted, -1);
  }

  /** The token on top of the stack, 0 if there is none. */
  int s0() {
    return top == 0 ? 0 : stack[top - 1];
  }

  /** The token {@code depth} below the top of the stack, 0 if there is none. */
  int below(int depth) {
    return top <= depth ? 0 : stack[top - 1 - depth];
  }

  /** Whether all tokens have been read; what is left on the stack is for {@link TreeCompletion}. */
  boolean done() {
    return front == root;
  }

  /** Whether only a shift is possible. */
  boolean forced() {
    return top == 0;
  }

  /** Whether a left arc (else a reduction) may take the top of the stack away. */
  boolean headless() {
    return head[s0()] == 0;
  }

  int leftArc(int labelId) {
    return FIRST_ARC + labelId;
  }

  int rightArc(int labelId) {
    return FIRST_ARC + labels + labelId;
  }

  /** The number of classes of transitions. */
  int classes() {
    return FIRST_ARC + 2 * labels;
  }

  void apply(int transition) {
    if (transition == SHIFT) {
      stack[top++] = front++;
    } else if (transition == REDUCE) {
      top--;
    } else if (transition < FIRST_ARC + labels) {
      attachLeft(s0(), front, transition - FIRST_ARC);
      top--;
    } else {
      attachRight(front, s0(), transition - FIRST_ARC - labels);
      stack[top++] = front++;
    }
  }

  void attachLeft(int dependent, int governor, int labelId) {
    head[dependent] = governor;
    label[dependent] = labelId;
    left2[governor] = left[governor];
    left[governor] = dependent;
    lefts[governor]++;
    leftSet[governor] |= 1L << labelId;
  }

  void attachRight(int dependent, int governor, int labelId) {
    head[dependent] = governor;
    label[dependent] = labelId;
    right2[governor] = right[governor];
    right[governor] = dependent;
    rights[governor]++;
    rightSet[governor] |= 1L << labelId;
  }
}
