package org.sitrep.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags and relations to be learnt. Rare ones are replaced: a rare tag by the commonest with the same
 * universal tag, a rare relation by the one of which it is a subtype.
 */
record Alphabets(List<String> tags, List<String> relations, Map<String, Integer> tagIds, Map<String, Integer> relationIds) {

  private static final int RARE_TAG = 4;
  private static final int RARE_RELATION = 25;
  private static final int MOST_TAGS = 127;

  static Alphabets of(List<GoldTree> trees) {
    Map<String, Integer> tagCounts = new TreeMap<>();
    Map<String, Integer> relationCounts = new TreeMap<>();
    for (GoldTree tree : trees) {
      for (String tag : tree.tags()) {
        tagCounts.merge(tag, 1, Integer::sum);
      }
      for (String relation : tree.relations()) {
        relationCounts.merge(relation, 1, Integer::sum);
      }
    }
    List<String> tags = new ArrayList<>();
    tagCounts.entrySet().stream()
        .filter(e -> e.getValue() >= RARE_TAG)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_TAGS)
        .forEach(e -> tags.add(e.getKey()));
    List<String> relations = new ArrayList<>();
    relationCounts.forEach(
        (relation, count) -> {
          if (count >= RARE_RELATION || !relation.contains(":")) {
            relations.add(relation);
          }
        });
    return new Alphabets(List.copyOf(tags), List.copyOf(relations), ids(tags), ids(relations));
  }

  private static Map<String, Integer> ids(List<String> names) {
    Map<String, Integer> ids = new HashMap<>();
    for (String name : names) {
      ids.put(name, ids.size());
    }
    return ids;
  }

  int[] tagIds(GoldTree tree) {
    int[] ids = new int[tree.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tagId(tree.tags()[i]);
    }
    return ids;
  }

  private int tagId(String tag) {
    Integer id = tagIds.get(tag);
    if (id != null) {
      return id;
    }
    String upos = tag.substring(0, tag.indexOf('|') + 1);
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).startsWith(upos)) {
        return t;
      }
    }
    throw new IllegalArgumentException("no tag like " + tag);
  }

  /** By token from 1. */
  int[] relationIds(GoldTree tree) {
    int[] ids = new int[tree.size() + 1];
    for (int i = 1; i < ids.length; i++) {
      String relation = tree.relations()[i - 1];
      Integer id = relationIds.get(relation);
      if (id == null) {
        id = relationIds.get(relation.substring(0, relation.indexOf(':')));
      }
      if (id == null) {
        throw new IllegalArgumentException("no relation like " + relation);
      }
      ids[i] = id;
    }
    return ids;
  }

  Tags toTags() {
    return Tags.of(tags, relations);
  }
}
