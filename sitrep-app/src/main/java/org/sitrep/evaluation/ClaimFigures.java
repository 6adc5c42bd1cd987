package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds up, document by document, how claims found compare with those of the gold. Marginal claims of the
 * gold that were not found with their type, and whatever was paired with them, count neither way. A slot
 * that is right by saying nothing earns nothing.
 */
final class ClaimFigures {

  private static final int MISSED_QUOTE = 110;
  private static final int SLOT_QUOTE = 80;
  private static final int SLOT_VALUE = 60;

  private final Kinship kinship;
  private final Tally detection = new Tally();
  private final Tally typed = new Tally();
  private final Tally slots = new Tally();
  private final Map<String, Tally> bySlot = new TreeMap<>();
  private final Map<String, Tally> paired = new TreeMap<>();
  private final Map<String, Tally> byType = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();
  private int documents;
  private int goldClaims;
  private int foundClaims;

  ClaimFigures(Kinship kinship) {
    this.kinship = kinship;
  }

  /** One document's claims and how they were paired. */
  private final class Document {
    final String doc;
    final List<JsonNode> gold;
    final List<JsonNode> found;
    final Map<Integer, Integer> pairs;
    /** Claims of the gold that are not counted, and claims found that go with them. */
    final Set<Integer> forgiven = new HashSet<>();
    final Set<Integer> spared = new HashSet<>();
    /** Claims found whose type is right. */
    final Set<Integer> right = new HashSet<>();
    /** Pairs of one family. */
    final Map<Integer, Integer> related = new HashMap<>();

    Document(String doc, List<JsonNode> gold, List<JsonNode> found) {
      this.doc = doc;
      this.gold = gold;
      this.found = found;
      this.pairs = Pairing.of(gold, found, kinship);
      for (int i = 0; i < gold.size(); i++) {
        Integer j = pairs.get(i);
        boolean same = j != null && kinship.same(gold.get(i), found.get(j));
        if (!same && Slots.filled(gold.get(i), "marginal") != null) {
          forgiven.add(i);
          if (j != null) {
            spared.add(j);
          }
        } else if (j != null) {
          if (same) {
            right.add(j);
          }
          if (kinship.related(gold.get(i), found.get(j))) {
            related.put(i, j);
          }
        }
      }
    }
  }

  void add(String doc, List<JsonNode> gold, List<JsonNode> found) {
    Document d = new Document(doc, gold, found);
    documents++;
    goldClaims += gold.size() - d.forgiven.size();
    foundClaims += found.size() - d.spared.size();
    detection.right += d.pairs.size() - d.spared.size();
    typed.right += d.right.size();
    types(d);
    JsonNode doers = doers(gold);
    for (int i = 0; i < gold.size(); i++) {
      if (!d.forgiven.contains(i)) {
        slots(d, i, doers);
      }
    }
    Set<Integer> used = new HashSet<>(d.related.values());
    for (int j = 0; j < found.size(); j++) {
      if (!used.contains(j) && !d.spared.contains(j)) {
        Slots.of(found.get(j)).forEach((slot, value) -> {
          if (!Slots.isDefault(slot, value)) {
            tally(bySlot, slot).wrong++;
          }
        });
      }
    }
  }

  private void types(Document d) {
    for (int i = 0; i < d.gold.size(); i++) {
      Integer j = d.pairs.get(i);
      String type = Kinship.type(d.gold.get(i));
      if (j != null && d.right.contains(j)) {
        tally(byType, type).right++;
      } else if (!d.forgiven.contains(i)) {
        tally(byType, type).missed++;
        errors.add(String.join(" | ", d.doc, "missed", type, quote(d.gold.get(i), MISSED_QUOTE)));
      }
    }
    for (int j = 0; j < d.found.size(); j++) {
      if (!d.spared.contains(j) && !d.right.contains(j)) {
        String type = Kinship.type(d.found.get(j));
        tally(byType, type).wrong++;
        errors.add(String.join(" | ", d.doc, "extra", type, quote(d.found.get(j), MISSED_QUOTE)));
      }
    }
  }

  private void slots(Document d, int i, JsonNode doers) {
    JsonNode gold = d.gold.get(i);
    Integer j = d.related.get(i);
    JsonNode found = j == null ? null : d.found.get(j);
    Map<String, SlotValue> wanted = Slots.of(gold);
    Map<String, SlotValue> there = found == null ? Map.of() : Slots.of(found);
    wanted.forEach((slot, value) -> slot(d.doc, gold, found, slot, value, there.get(slot)));
    there.forEach((slot, value) -> {
      if (!wanted.containsKey(slot) && !(slot.equals("actor") && isOfContext(gold, doers, value))) {
        tally(bySlot, slot).wrong++;
        tally(paired, slot).wrong++;
        String shown = Literal.cut(value.shown(), SLOT_VALUE);
        errors.add(String.join(" | ", d.doc, "slot+ " + slot, shown, quote(gold, SLOT_QUOTE)));
      }
    });
  }

  private void slot(
      String doc, JsonNode gold, @Nullable JsonNode found, String slot, SlotValue wanted, @Nullable SlotValue there) {
    boolean expected = Slots.isDefault(slot, wanted);
    if (expected && (there == null || Slots.isDefault(slot, there))) {
      return;
    }
    boolean ok = found != null && there != null
        && (slot.equals("event_type") ? kinship.same(gold, found) : Agreement.of(wanted, there));
    count(tally(bySlot, slot), ok, there != null);
    if (found != null) {
      count(tally(paired, slot), ok, there != null);
    }
    if (!ok && there != null) {
      String shown = Literal.cut(wanted.shown(), SLOT_VALUE) + " <> " + Literal.cut(there.shown(), SLOT_VALUE);
      errors.add(String.join(" | ", doc, "slot " + slot, shown, quote(gold, SLOT_QUOTE)));
    }
  }

  private static void count(Tally tally, boolean ok, boolean said) {
    tally.right += ok ? 1 : 0;
    tally.missed += ok ? 0 : 1;
    tally.wrong += !ok && said ? 1 : 0;
  }

  /** The clause names nobody, but the claim's context or another claim of the document does. */
  private static boolean isOfContext(JsonNode gold, JsonNode doers, SlotValue actor) {
    ArrayNode context = JsonNodeFactory.instance.arrayNode();
    gold.path("actor_context").forEach(context::add);
    doers.forEach(context::add);
    return Agreement.of(new SlotValue.Names(context), actor);
  }

  private static JsonNode doers(List<JsonNode> gold) {
    ArrayNode doers = JsonNodeFactory.instance.arrayNode();
    gold.forEach(claim -> claim.path("actor").forEach(doers::add));
    return doers;
  }

  private static String quote(JsonNode claim, int length) {
    return Literal.cut(claim.path("evidence").asString(""), length);
  }

  private static Tally tally(Map<String, Tally> tallies, String key) {
    return tallies.computeIfAbsent(key, k -> new Tally());
  }

  Evaluation.Result result(int shownErrors) {
    for (Tally t : List.of(detection, typed)) {
      t.wrong = foundClaims - t.right;
      t.missed = goldClaims - t.right;
    }
    bySlot.values().forEach(slots::add);
    List<String> lines = new ArrayList<>();
    lines.add(documents + " documents, " + goldClaims + " claims by hand, " + foundClaims + " extracted");
    lines.add(detection.headline("detection"));
    lines.add(typed.headline("typed"));
    lines.add(slots.headline("slots"));
    ObjectNode figures = Exchange.object();
    figures.put("documents", documents).put("gold", goldClaims).put("predicted", foundClaims);
    figures.set("detection", detection.json());
    figures.set("typed", typed.json());
    figures.set("slots", slots.json());
    table("by_slot", bySlot, figures, lines);
    table("paired", paired, figures, lines);
    table("by_type", byType, figures, lines);
    lines.addAll(errors.subList(0, Math.min(Math.max(0, shownErrors), errors.size())));
    return new Evaluation.Result(figures, lines);
  }

  private static void table(String name, Map<String, Tally> tallies, ObjectNode figures, List<String> lines) {
    ObjectNode json = figures.putObject(name);
    lines.add(name);
    tallies.forEach((key, tally) -> {
      json.set(key, tally.json());
      lines.add(tally.line(key));
    });
  }
}
