package org.sitrep.segmentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which comment each one answers, as the markup states it: by an id, by a link, by standing inside it or
 * one step deeper after it. Nesting is not trusted at the deepest step, where platforms print the answers to
 * answers side by side, unless the comments there can be answered one step deeper still.
 */
final class PostParents {

  private final List<MarkupPost> posts;
  private final Map<String, Integer> byId = new HashMap<>();
  private final int[] depths;

  PostParents(List<MarkupPost> posts) {
    this.posts = posts;
    this.depths = new int[posts.size()];
    for (int i = 0; i < posts.size(); i++) {
      String id = posts.get(i).id;
      if (id != null) {
        byId.putIfAbsent(id, i);
      }
    }
  }

  void resolve() {
    depths();
    int deepest = 0;
    for (int depth : depths) {
      deepest = Math.max(deepest, depth);
    }
    boolean threaded = deepest > 0 || posts.stream().anyMatch(p -> p.level > 0 && p.answerable);
    int[] last = new int[deepest + 1];
    java.util.Arrays.fill(last, -1);
    int[] answers = new int[posts.size()];
    for (int i = 0; i < posts.size(); i++) {
      MarkupPost post = posts.get(i);
      int depth = depths[i];
      post.depth = depth;
      if (!stated(post, i)) {
        nested(post, i, depth, depth == 0 ? -1 : last[depth - 1], threaded, depth == deepest, answers);
      }
      last[depth] = i;
      java.util.Arrays.fill(last, depth + 1, last.length, -1);
    }
  }

  /** By its platform's ids or by a link. */
  private boolean stated(MarkupPost post, int i) {
    if (post.parentId != null) {
      Integer parent = byId.get(post.parentId);
      boolean none = post.parentId.chars().allMatch(c -> c == '0');
      post.parent = none || parent == null || parent == i ? -1 : parent;
      post.parentKnown = none || post.parent >= 0;
      return true;
    }
    Integer parent = linked(post.to);
    if (parent != null && parent < i) {
      post.parent = parent;
      post.parentKnown = true;
      return true;
    }
    return false;
  }

  private @Nullable Integer linked(@Nullable String to) {
    if (to == null || to.indexOf('#') < 0) {
      return null;
    }
    String id = to.substring(to.indexOf('#') + 1).replaceFirst("^\\D+-", "");
    return byId.get(id);
  }

  private void nested(MarkupPost post, int i, int depth, int parent, boolean threaded, boolean deepest, int[] answers) {
    post.parent = parent;
    if (depth == 0) {
      post.parentKnown = i == 0 || threaded;
    } else if (parent >= 0) {
      boolean capped = deepest && !post.answerable && answers[parent] > 0;
      post.parentKnown = !capped;
      answers[parent]++;
    }
  }

  /** How deep each stands, without steps that no comment stands on. */
  private void depths() {
    boolean inside = posts.stream().anyMatch(p -> p.around >= 0);
    boolean indented = posts.stream().anyMatch(p -> p.indents > 0);
    int[] raw = new int[posts.size()];
    for (int i = 0; i < raw.length; i++) {
      MarkupPost post = posts.get(i);
      if (inside) {
        raw[i] = post.around < 0 ? 0 : raw[post.around] + 1;
      } else {
        raw[i] = indented ? post.indents : Math.max(0, post.level);
      }
    }
    int least = java.util.Arrays.stream(raw).min().orElse(0);
    for (int i = 0; i < raw.length; i++) {
      int most = i == 0 ? 0 : depths[i - 1] + 1;
      depths[i] = Math.min(raw[i] - least, most);
    }
  }
}
