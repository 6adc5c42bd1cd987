package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;

/**
 * One update of the events. <em>Before</em> is the world as it is known, <em>after</em> the one with the claims
 * that came and without those that went; documents that gain or lose a claim are <em>touched</em>. One use.
 */
final class Updating {

  private final Fusion fusion;
  private final Remembering runs;
  private final Known known;
  /** Claims of touched documents before and after, by id. */
  private final Map<String, Claim> old = new LinkedHashMap<>();
  private final Map<String, Claim> fresh = new LinkedHashMap<>();

  private final Set<String> touched = new HashSet<>();

  Updating(Remembering runs, Known known) {
    this.runs = runs;
    this.fusion = runs.fusion();
    this.known = known;
  }

  Update update(List<Claim> added, Set<String> removed) {
    touch(added, removed);
    Map<String, Claim> near = byId(known.documentsUnder(sought(old.values(), fresh.values())));
    Set<String> seeds = new HashSet<>(old.keySet());
    seeds.addAll(runs.linked(before(near).values(), old.keySet(), true));
    seeds.addAll(runs.linked(after(near).values(), fresh.keySet(), true));
    seeds.removeAll(fresh.keySet());
    seeds.addAll(old.keySet());

    Map<String, Claim> whole = byId(known.components(seeds));
    Run before = runs.run(before(whole).values());
    Run after = runs.run(after(whole).values());
    Set<String> regionBefore = before.components(seeds);
    Set<String> regionAfter = new HashSet<>(regionBefore);
    regionAfter.removeAll(old.keySet());
    regionAfter.addAll(fresh.keySet());
    Map<String, String> components = new HashMap<>();
    regionAfter.forEach(id -> components.put(id, after.component(id)));

    Set<String> changedBefore = changed(before, regionBefore, after);
    Set<String> changedAfter = changed(after, regionAfter, before);
    Set<String> replaced = new HashSet<>();
    before.draftsOf(changedBefore).forEach(d -> replaced.add(EventMaker.id(d)));
    Set<String> beside = beside(before, changedBefore, false);
    beside.addAll(beside(after, changedAfter, true));
    beside.removeAll(changedAfter);
    beside.removeAll(changedBefore);
    Set<String> otherwise = new HashSet<>(changedAfter);
    otherwise.addAll(beside);
    List<Event> events = events(after, otherwise);
    for (Event event : events) {
      if (event.claims().stream().anyMatch(c -> beside.contains(c.id()))) {
        replaced.add(event.id());
      }
    }
    return new Update(events, replaced, components);
  }

  private void touch(List<Claim> added, Set<String> removed) {
    List<Claim> going = removed.isEmpty() ? List.of() : known.components(removed);
    going.stream().filter(c -> removed.contains(c.id())).forEach(c -> touched.add(c.doc()));
    fusion.distinct(added).forEach(c -> touched.add(c.doc()));
    Set<Long> documents = new HashSet<>();
    touched.forEach(d -> documents.add(Keys.ofDocument(d)));
    for (Claim claim : known.documentsUnder(documents)) {
      if (touched.contains(claim.doc())) {
        old.put(claim.id(), claim);
        if (!removed.contains(claim.id())) {
          fresh.put(claim.id(), claim);
        }
      }
    }
    for (Claim claim : fusion.distinct(added)) {
      fresh.putIfAbsent(claim.id(), claim);
    }
  }

  private Map<String, Claim> before(Map<String, Claim> claims) {
    Map<String, Claim> all = new HashMap<>(old);
    claims.forEach(all::putIfAbsent);
    return all;
  }

  private Map<String, Claim> after(Map<String, Claim> claims) {
    Map<String, Claim> all = new HashMap<>(fresh);
    claims.forEach(
        (id, claim) -> {
          if (!touched.contains(claim.doc())) {
            all.putIfAbsent(id, claim);
          }
        });
    return all;
  }

  private static Map<String, Claim> byId(Collection<Claim> claims) {
    Map<String, Claim> byId = new HashMap<>();
    claims.forEach(c -> byId.putIfAbsent(c.id(), c));
    return byId;
  }

  /** The keys sought by claims whose documents are given whole. */
  @SafeVarargs
  private Set<Long> sought(Collection<Claim>... documents) {
    Set<Long> keys = new HashSet<>();
    for (Collection<Claim> claims : documents) {
      runs.accounts(fusion.distinct(claims)).forEach(a -> add(keys, runs.sought(a)));
    }
    return keys;
  }

  private static void add(Set<Long> keys, long[] more) {
    for (long key : more) {
      keys.add(key);
    }
  }

  /** Ids of the claims of one run's events that the other run has not, or not as they are. */
  private Set<String> changed(Run run, Set<String> region, Run other) {
    Set<String> changed = new HashSet<>();
    for (Draft draft : run.draftsOf(region)) {
      Account first = draft.members().getFirst();
      boolean same =
          draft.members().stream().noneMatch(m -> touched.contains(m.claim().doc()))
              && other.has(first.claim().id())
              && alike(draft, other.draftOf(first.claim().id()), run, other);
      if (!same) {
        draft.members().forEach(m -> changed.add(m.claim().id()));
      }
    }
    return changed;
  }

  private static boolean alike(Draft one, Draft other, Run run, Run otherRun) {
    if (one.members().size() != other.members().size()) {
      return false;
    }
    for (int i = 0; i < one.members().size(); i++) {
      Account a = one.members().get(i);
      Account b = other.members().get(i);
      if (!a.claim().id().equals(b.claim().id())
          || !a.root().equals(b.root())
          || !run.original(a).equals(otherRun.original(b))) {
        return false;
      }
    }
    return true;
  }

  /** Ids of the claims of events that those of some claims are possibly the same as. */
  private Set<String> beside(Run run, Set<String> changed, boolean isAfter) {
    Set<String> beside = new HashSet<>();
    if (changed.isEmpty()) {
      return beside;
    }
    Run wide = around(run, changed, isAfter);
    List<Draft> drafts = wide.draftsOf(changed);
    for (Draft other : wide.draftsOf(wide.linked(changed, false))) {
      if (drafts.stream().anyMatch(d -> d != other && fusion.isPossiblySame(d, other))) {
        other.members().forEach(m -> beside.add(m.claim().id()));
      }
    }
    return beside;
  }

  /** The events of some claims, which are in {@code run} or known, with all that they may be the same as. */
  private List<Event> events(Run run, Set<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Run wide = around(run, ids, true);
    List<Event> events = new ArrayList<>();
    for (Draft draft : wide.draftsOf(ids)) {
      events.add(fusion.event(draft, wide.drafts()));
    }
    return events;
  }

  /** A run in which the components of some claims and of all that they are linked to are whole. */
  private Run around(Run run, Set<String> ids, boolean isAfter) {
    Map<String, Claim> inner = claims(run);
    inner.putAll(byId(known.components(without(ids, isAfter))));
    inner = isAfter ? after(inner) : before(inner);
    Set<Long> keys = new HashSet<>();
    runs.accounts(fusion.distinct(inner.values())).stream()
        .filter(a -> ids.contains(a.claim().id()))
        .forEach(a -> add(keys, runs.sought(a)));
    Map<String, Claim> near = byId(known.documentsUnder(keys));
    near.putAll(inner);
    near = isAfter ? after(near) : before(near);
    Set<String> linked = runs.linked(near.values(), ids, false);
    Map<String, Claim> whole = new HashMap<>(inner);
    whole.putAll(byId(known.components(without(linked, isAfter))));
    return runs.run((isAfter ? after(whole) : before(whole)).values());
  }

  /** Those among some claims that are known. */
  private Set<String> without(Set<String> ids, boolean isAfter) {
    Set<String> asked = new HashSet<>(ids);
    if (isAfter) {
      asked.removeAll(fresh.keySet());
    }
    return asked;
  }

  private static Map<String, Claim> claims(Run run) {
    Map<String, Claim> claims = new HashMap<>();
    run.accounts().forEach(a -> claims.put(a.claim().id(), a.claim()));
    return claims;
  }
}
