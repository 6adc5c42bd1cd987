package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Location;

/** Simpler ways to group claims into events. */
final class Baselines {

  private static final double WINDOW_KM = 10;
  private static final int WINDOW_DAYS = 1;

  private Baselines() {}

  /** The filter of event data sets: one event per day, doer, target and kind. */
  static String oneADay(Claim c) {
    return c.time() + names(c.actors()) + names(c.targets()) + c.type().id();
  }

  /** One event per day, place and kind. */
  static String dayAndPlace(Claim c) {
    return c.time() + c.place().map(Location::name).orElse("") + c.type().id();
  }

  /**
   * A window in space and time, agreement of the kinds, and connected components, after MELTT (Donnay et
   * al., Journal of Conflict Resolution 63(1), 2019). Claims without place or day are by themselves.
   */
  static Function<Claim, String> window(List<Claim> claims) {
    Map<Long, List<Integer>> byDay = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      int at = i;
      claims.get(i).time().ifPresent(
          t -> byDay.computeIfAbsent(t.start().toEpochDay(), d -> new ArrayList<>()).add(at));
    }
    List<int[]> pairs = new ArrayList<>();
    byDay.forEach((day, here) -> {
      for (int around = 0; around <= WINDOW_DAYS; around++) {
        for (int i : here) {
          for (int k : byDay.getOrDefault(day + around, List.of())) {
            pairs.add(new int[] {i, k});
          }
        }
      }
    });
    return components(claims, pairs, Baselines::inWindow);
  }

  private static boolean inWindow(Claim a, Claim b) {
    return a.type().id().equals(b.type().id())
        && a.place().isPresent()
        && b.place().isPresent()
        && a.place().get().isLocated()
        && b.place().get().isLocated()
        && Distances.km(a.place().get(), b.place().get()) <= WINDOW_KM;
  }

  /** The connected components of the pairs that belong together. */
  static Function<Claim, String> components(
      List<Claim> claims, List<int[]> pairs, BiPredicate<Claim, Claim> together) {
    int[] parent = new int[claims.size()];
    Arrays.setAll(parent, i -> i);
    for (int[] pair : pairs) {
      int a = find(parent, pair[0]);
      int b = find(parent, pair[1]);
      if (a != b && together.test(claims.get(pair[0]), claims.get(pair[1]))) {
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    Map<String, String> answer = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      answer.put(claims.get(i).id(), "c" + find(parent, i));
    }
    return c -> answer.getOrDefault(c.id(), c.id());
  }

  private static int find(int[] parent, int i) {
    int top = i;
    while (parent[top] != top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  private static String names(List<Participant> parties) {
    return parties.stream().map(Participant::name).collect(Collectors.joining("|", "<", ">"));
  }
}
