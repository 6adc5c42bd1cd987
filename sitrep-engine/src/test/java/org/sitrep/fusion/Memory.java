package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;

/** Claims and events kept in memory, as a store keeps them in tables: filed by key, component and document. */
final class Memory implements Known {

  private final Fusion fusion;
  private final Map<String, Map<String, Claim>> documents = new HashMap<>();
  private final Map<String, String> documentOf = new HashMap<>();
  private final Map<String, String> componentOf = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Event> events = new HashMap<>();
  private final Map<String, Set<Long>> keysOf = new HashMap<>();
  private final Map<Long, Set<String>> filed = new HashMap<>();
  private List<String> bulk = List.of();
  private Index index = Index.of(0, i -> new long[0]);
  private int asked;

  Memory(Fusion fusion) {
    this.fusion = fusion;
  }

  /** Puts in many claims at once, without events. */
  void load(List<Claim> claims) {
    Run run = fusion.run(claims);
    for (Account a : run.accounts()) {
      Claim claim = a.claim();
      documents.computeIfAbsent(claim.doc(), d -> new LinkedHashMap<>(2)).put(claim.id(), claim);
      documentOf.put(claim.id(), claim.doc());
      move(claim.id(), run.component(claim.id()));
    }
    bulk = List.copyOf(documents.keySet());
    index =
        Index.of(
            bulk.size(),
            i ->
                fusion.keys(List.copyOf(documents.getOrDefault(bulk.get(i), Map.of()).values())).values().stream()
                    .flatMapToLong(Arrays::stream)
                    .distinct()
                    .toArray());
  }

  /** Takes claims away and puts others in, and brings the events up to date. */
  Update put(List<Claim> added, Set<String> removed) {
    Update update = fusion.update(added, removed, this);
    Set<String> touched = new HashSet<>();
    for (String id : removed) {
      String doc = documentOf.remove(id);
      if (doc != null) {
        touched.add(doc);
        documents.getOrDefault(doc, Map.of()).remove(id);
        move(id, "");
      }
    }
    for (Claim claim : fusion.distinct(added)) {
      touched.add(claim.doc());
      documentOf.put(claim.id(), claim.doc());
      documents.computeIfAbsent(claim.doc(), d -> new LinkedHashMap<>()).put(claim.id(), claim);
    }
    touched.forEach(this::file);
    update.components().forEach(this::move);
    update.replacedEvents().forEach(events::remove);
    update.events().forEach(e -> events.put(e.id(), e));
    return update;
  }

  private void move(String id, String component) {
    String was = componentOf.remove(id);
    if (was != null) {
      members.getOrDefault(was, new HashSet<>()).remove(id);
    }
    if (!component.isEmpty()) {
      componentOf.put(id, component);
      members.computeIfAbsent(component, c -> new HashSet<>(2)).add(id);
    }
  }

  private void file(String doc) {
    keysOf.getOrDefault(doc, Set.of()).forEach(k -> filed.getOrDefault(k, new HashSet<>()).remove(doc));
    Set<Long> keys = new HashSet<>();
    for (long[] ofClaim : fusion.keys(List.copyOf(documents.getOrDefault(doc, Map.of()).values())).values()) {
      Arrays.stream(ofClaim).forEach(keys::add);
    }
    keysOf.put(doc, keys);
    keys.forEach(k -> filed.computeIfAbsent(k, x -> new LinkedHashSet<>()).add(doc));
  }

  @Override
  public List<Claim> documentsUnder(Set<Long> keys) {
    Set<String> docs = new LinkedHashSet<>();
    for (long key : keys) {
      docs.addAll(filed.getOrDefault(key, Set.of()));
      for (int at = index.from(key); at < index.to(key); at++) {
        if (index.at(at, key) >= 0) {
          docs.add(bulk.get(index.at(at, key)));
        }
      }
    }
    return claims(docs);
  }

  @Override
  public List<Claim> components(Set<String> claimIds) {
    Set<String> docs = new LinkedHashSet<>();
    for (String id : claimIds) {
      String component = componentOf.getOrDefault(id, "");
      members.getOrDefault(component, Set.of()).forEach(m -> docs.add(documentOf.getOrDefault(m, "")));
    }
    return claims(docs);
  }

  private List<Claim> claims(Collection<String> docs) {
    List<Claim> claims = new ArrayList<>();
    docs.forEach(d -> claims.addAll(documents.getOrDefault(d, Map.of()).values()));
    asked += claims.size();
    return claims;
  }

  /** How many claims have been asked for so far. */
  int asked() {
    return asked;
  }

  /** All claims, in no order. */
  List<Claim> claims() {
    return documents.values().stream().flatMap(d -> d.values().stream()).toList();
  }

  /** All events, in canonical order. */
  List<Event> events() {
    return events.values().stream()
        .sorted(Comparator.comparing((Event e) -> e.claims().getFirst(), Claim.CANONICAL))
        .toList();
  }
}
