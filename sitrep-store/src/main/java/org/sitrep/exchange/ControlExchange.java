package org.sitrep.exchange;

import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes control as JSON objects: what was said of who holds a place, and what it comes to. Thread-safe. */
public final class ControlExchange {

  private ControlExchange() {}

  /** One line of the control ledger. */
  public static ObjectNode entry(ControlEntry entry) {
    ObjectNode out = Exchange.object();
    out.set("place", Exchange.place(entry.place()));
    word(out, entry);
    entry.published().ifPresent(day -> out.put("published", day.toString()));
    entry.read().ifPresent(day -> out.put("read", day.toString()));
    entry.publisher().ifPresent(publisher -> out.put("publisher", publisher));
    if (!entry.part().isEmpty()) {
      out.put("part", entry.part());
    }
    out.put("plausible", entry.isPlausible());
    Exchange.strings(out, "copy_of", entry.copyOf());
    return out;
  }

  private static void word(ObjectNode out, ControlEntry entry) {
    out.put("holder", entry.holder());
    out.put("holder_name", entry.holderName());
    out.put("kind", Exchange.name(entry.kind()));
    out.put("standing", Exchange.name(entry.standing()));
    out.put("certainty", Exchange.name(entry.certainty()));
    entry.since().ifPresent(day -> out.put("since", day.toString()));
    entry.by().ifPresent(day -> out.put("by", day.toString()));
    entry.known().ifPresent(day -> out.put("known", day.toString()));
    out.put("root", entry.root());
    out.put("root_name", entry.rootName());
    out.put("claim_id", entry.claim());
  }

  /** What the ledger allows to say of one place on a day. */
  public static ObjectNode state(ControlState state) {
    ObjectNode out = Exchange.object();
    out.set("place", Exchange.place(state.place()));
    out.put("status", Exchange.name(state.status()));
    Exchange.strings(out, "holders", state.holders());
    state.since().ifPresent(day -> out.put("since", day.toString()));
    state.heard().ifPresent(day -> out.put("last_heard", day.toString()));
    Exchange.strings(out, "roots", state.roots());
    Exchange.strings(out, "claims", state.claims());
    ArrayNode words = out.putArray("words");
    state.words().forEach(entry -> word(words.addObject(), entry));
    if (!state.belief().isEmpty()) {
      ObjectNode belief = out.putObject("belief");
      state.belief().forEach(b -> belief.put(b.who(), Math.round(b.share() * 1000) / 1000.0));
    }
    state
        .ruling()
        .ifPresent(
            r -> {
              ObjectNode ruling = out.putObject("ruling").put("value", r.value());
              r.from().ifPresent(day -> ruling.put("from", day.toString()));
              ruling.put("reason", r.reason()).put("by", r.by()).put("decided", r.decided().toString());
            });
    return out;
  }
}
