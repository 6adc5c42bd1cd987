package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hides each further Latin name of a country's places in turn, and looks whether the place is found under its other names. */
public final class HeldOutSpellings {

  private static final int MOST = 40;
  private static final double CONTEXT_KM = 40;

  /**
   * What came of it.
   *
   * @param recall the share of names whose place is among the candidates
   * @param candidates how many candidates there are on average
   * @param contextRecall the same when names of the same consonants within 40 km of the place count, too
   * @param contextCandidates how many of those there are on average within 40 km
   */
  public record Result(double recall, double candidates, double contextRecall, double contextCandidates) {}

  private HeldOutSpellings() {}

  /** Measures on the packs under {@code home}. */
  public static Result measure(Path home, String country) {
    Path knowledge = home.resolve("knowledge");
    List<Path> packs = List.of(knowledge.resolve(Knowledge.COMMON), knowledge.resolve("syria"));
    Places places = Places.load(packs);
    PlaceKeys keys = new PlaceKeys(places.words());
    PlaceFiles.Content content = PlaceFiles.read(packs);
    PlaceIndex index = new PlaceIndex(PlaceIndexWriter.write(content, keys));
    double names = 0;
    double found = 0;
    double candidates = 0;
    double inContext = 0;
    double near = 0;
    for (PlaceFiles.Entry entry : content.entries().values()) {
      if (!entry.place().country().equals(country) || !entry.place().id().matches("(gn|wof):.*")) {
        continue;
      }
      int place = index.id(entry.place().id());
      for (String hidden : further(entry.names())) {
        Set<Integer> ids = candidates(places, index, keys, place, hidden);
        names++;
        found += ids.contains(place) ? 1 : 0;
        candidates += Math.min(MOST, ids.size());
        String bones = PlaceKeys.skeleton(keys.sound(hidden));
        boolean bare = bones.length() >= PlaceIndexWriter.SHORTEST_SKELETON && entry.names().stream().map(PlaceKeys::fold)
            .anyMatch(n -> !n.equals(hidden) && !PlaceKeys.isArabic(n) && PlaceKeys.skeleton(keys.sound(n)).equals(bones));
        inContext += bare || ids.contains(place) ? 1 : 0;
        near += places.listSkeletons(hidden, entry.place(), CONTEXT_KM).stream().filter(c -> bare || !c.place().id().equals(entry.place().id())).count();
      }
    }
    return new Result(found / names, candidates / names, inContext / names, near / names);
  }

  private static Set<String> further(List<String> names) {
    Set<String> folded = new LinkedHashSet<>();
    for (String name : names) {
      String one = PlaceKeys.fold(name);
      if (!one.isEmpty() && one.chars().allMatch(c -> c < 128)) {
        folded.add(one);
      }
    }
    folded.remove(folded.stream().findFirst().orElse(""));
    return folded;
  }

  private static Set<Integer> candidates(Places places, PlaceIndex index, PlaceKeys keys, int place, String hidden) {
    Set<Integer> ids = new LinkedHashSet<>();
    for (PlaceIndex.Named named : index.sound(keys.sound(hidden))) {
      if (named.place() != place || !named.folded().equals(hidden)) {
        ids.add(named.place());
      }
    }
    for (int other : index.exact(hidden)) {
      if (other != place) {
        ids.add(other);
      }
    }
    if (ids.isEmpty()) {
      places.misspelt(keys.sound(hidden)).forEach(c -> ids.add(index.id(c.place().id())));
    }
    return ids;
  }
}
