package org.sitrep.desk;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.exchange.Exchange;
import org.sitrep.revision.Revision;
import org.sitrep.revision.Revision.ClaimChange;
import org.sitrep.revision.Revision.SentenceChange;
import org.sitrep.revision.Revision.SlotChange;
import org.sitrep.revision.Revision.Sort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed between versions, as objects: one for the edit, one for each claim, one for each sentence. Thread-safe.
 */
public final class RevisionJson {

  private RevisionJson() {}

  /**
   * All that changed.
   *
   * @param all trivial sentences, too
   */
  public static List<ObjectNode> of(Comparing.Step step, boolean all) {
    List<ObjectNode> out = new ArrayList<>();
    out.add(edit(step));
    step.revision().claims().forEach(c -> out.add(claim(step, c)));
    step.revision().sentences().stream()
        .filter(s -> all || !s.trivial())
        .forEach(s -> out.add(sentence(step, s)));
    return out;
  }

  private static ObjectNode edit(Comparing.Step step) {
    Revision revision = step.revision();
    ObjectNode out = head(step, "edit");
    out.put("from_digest", step.from().digest()).put("to_digest", step.to().digest());
    out.put("from_seen", step.from().seen().toString()).put("to_seen", step.to().seen().toString());
    out.put("unannounced", revision.isUnannounced()).put("announced", revision.isAnnounced());
    out.put("trivial", revision.isTrivial());
    revision.notice().ifPresent(n -> out.put("notice", n));
    revision.newer().modified().ifPresent(m -> out.put("modified", m.toString()));
    out.put("modified_changed", revision.modified());
    out.put("changed", revision.changed().size());
    out.put("lost", revision.of(Sort.LOST).size()).put("gained", revision.of(Sort.GAINED).size());
    return out;
  }

  private static ObjectNode claim(Comparing.Step step, ClaimChange change) {
    ObjectNode out = head(step, "claim").put("change", Exchange.name(change.sort()));
    if (change.sort() == Sort.CHANGED) {
      out.put("unannounced", step.revision().isUnannounced());
      ArrayNode slots = out.putArray("slots");
      for (SlotChange slot : change.slots()) {
        slots.addObject().put("slot", slot.slot()).put("before", slot.before()).put("after", slot.after());
      }
    }
    change.before().ifPresent(c -> out.set("before", Exchange.claim(c, null)));
    change.after().ifPresent(c -> out.set("after", Exchange.claim(c, null)));
    return out;
  }

  private static ObjectNode sentence(Comparing.Step step, SentenceChange change) {
    return head(step, "sentence")
        .put("change", Exchange.name(change.sort()))
        .put("section", Exchange.name(change.kind()))
        .put("before", change.before())
        .put("after", change.after())
        .put("trivial", change.trivial());
  }

  private static ObjectNode head(Comparing.Step step, String record) {
    return Exchange.object()
        .put("record", record)
        .put("doc", step.doc())
        .put("from", step.from().number())
        .put("to", step.to().number());
  }
}
