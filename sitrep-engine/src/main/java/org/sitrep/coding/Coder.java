package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Dropped;
import org.sitrep.claim.Reported;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Block;

/**
 * Codes a resolved article into claims under the codebook: words of happening by their frames, slots by
 * grammar, holders along the tree, certainty by what governs the clause, and open slots from what stands
 * around. Immutable and thread-safe.
 */
public final class Coder implements Stage<ResolvedArticle, List<Claim>> {

  private final Knowledge knowledge;
  private final FrameMatcher matcher;

  /** A coder with the frames of {@code knowledge}. */
  public Coder(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.matcher = new FrameMatcher(knowledge.frames());
  }

  @Override
  public List<Claim> apply(ResolvedArticle article) {
    return code(article, Trail.off());
  }

  /** What coding an article leaves out, word by word, and why; the claims themselves are those of {@link #apply}. */
  public List<Dropped> dropped(ResolvedArticle article) {
    Trail trail = Trail.on();
    code(article, trail);
    return trail.list();
  }

  private List<Claim> code(ResolvedArticle article, Trail trail) {
    List<Words> sentences = words(article);
    List<Draft> drafts = new ArrayList<>();
    AttributionReader attribution = AttributionReader.over(sentences);
    for (Words words : sentences) {
      drafts.addAll(draft(words, attribution, trail));
    }
    new Inheritance(drafts, sentences, knowledge.eventTypes()).apply();
    new Sharing(drafts, sentences, knowledge.eventTypes()).apply();
    unconfirmed(drafts, sentences);
    ClaimBuilder builder = new ClaimBuilder(article, knowledge.eventTypes());
    List<Draft> body = trail.keep(drafts, body(drafts), "a headline only repeats what the text tells");
    List<Draft> full = trail.keep(body, body.stream().filter(d -> !isBare(d)).toList(), "no party, place or number of its own");
    List<Draft> kept = trail.keep(full, Repetition.drop(full, knowledge.eventTypes()), "points back to what is told elsewhere");
    if (trail.isOn()) {
      sentences.forEach(words -> Leftovers.note(words, kept, trail));
    }
    return kept.stream().map(builder::build).toList();
  }

  /** Everything that an article hands to somebody, whether or not it is of a codable kind, in the order of the text. */
  public List<Reported> reported(ResolvedArticle article) {
    return AttributionReader.over(words(article)).list();
  }

  private List<Words> words(ResolvedArticle article) {
    List<Words> words = new ArrayList<>();
    for (AnnotatedSentence sentence : article.annotated().sentences()) {
      words.add(new Words(words.size(), sentence, article, knowledge.lexicon()));
    }
    return words;
  }

  private List<Draft> draft(Words words, AttributionReader attribution, Trail trail) {
    List<Predicate> predicates = matcher.find(words, trail);
    Means.decide(predicates);
    Merger.join(predicates);
    List<Draft> drafts = new ArrayList<>();
    if (predicates.isEmpty()) {
      return drafts;
    }
    List<Counts.StatedDistance> distances = DistanceReader.list(words, knowledge.counts());
    for (Predicate p : predicates) {
      String unsaid = Unsaid.why(p, predicates);
      if (p.host != null) {
        trail.join(p);
      } else if (unsaid != null) {
        trail.drop(p, unsaid);
      } else {
        Draft draft = new Draft(p);
        new SlotFiller(draft).fill();
        new CasualtyReader(draft).read();
        MaterielReader.read(draft);
        DistanceReader.read(draft, predicates, distances, knowledge.counts());
        TimeReader.read(draft);
        draft.attribution = new Attribution(attribution.read(p));
        attribution.quotation(p).ifPresent(q -> draft.rules.add("source: quotation"));
        draft.certainty = CertaintyReader.read(p);
        denials(draft);
        hearsay(draft);
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /** Whoever denies an act says that it did not happen; so does whoever says that nobody suffered it. */
  private static void denials(Draft draft) {
    boolean nobody = !draft.casualties.isEmpty() && draft.casualties.stream().allMatch(c -> c.high().orElse(1) == 0)
        && draft.predicate.frame.type().id().equals("killing") && draft.certainty == Certainty.CERTAIN;
    boolean denies = nobody || draft.attribution.innermost().filter(h -> h.stance() == Stance.DENIAL).isPresent();
    if (denies) {
      draft.certainty = Certainty.DENIED;
    }
  }

  /** "Reports of an attack": with nobody named behind it, a report makes a thing no more than probable. */
  private static void hearsay(Draft draft) {
    boolean unnamed = draft.attribution.innermost()
        .filter(h -> h.source().isEmpty() && h.actor().isEmpty() && h.span().isPresent())
        .filter(h -> h.surface().toLowerCase(Locale.ROOT).matches("(some |various |media |local |several |new |unconfirmed )*(reports?|rumou?rs?|news|claims)"))
        .isPresent();
    if (unnamed && draft.certainty == Certainty.CERTAIN) {
      draft.certainty = Certainty.PROBABLE;
      draft.rules.add("certainty: nobody named behind the report");
    }
  }

  /** "If reports are confirmed": what the text has just given on the word of reports is only possible. */
  private void unconfirmed(List<Draft> drafts, List<Words> sentences) {
    for (Words words : sentences) {
      String text = words.text(words.tree.span()).toLowerCase(Locale.ROOT);
      if (knowledge.lexicon().cues("certainty.unconfirmed").stream().noneMatch(text::contains)) {
        continue;
      }
      for (Draft draft : drafts) {
        int distance = words.sentence.block() - draft.words().sentence.block();
        boolean hedged = !draft.attribution.chain().isEmpty() || draft.words() == words;
        if (distance >= 0 && distance <= 1 && draft.words().index <= words.index && hedged
            && (draft.certainty == Certainty.CERTAIN || draft.certainty == Certainty.PROBABLE)) {
          draft.certainty = Certainty.POSSIBLE;
          draft.rules.add("certainty: unconfirmed by the text's own word");
        }
      }
    }
  }

  /** A headline only repeats: it is coded where nothing else is. */
  private static List<Draft> body(List<Draft> drafts) {
    List<Draft> body = drafts.stream().filter(d -> d.words().sentence.kind() != Block.Kind.HEADLINE).toList();
    return body.isEmpty() ? drafts : body;
  }

  /** A noun that points back without adding a party, place, time or number of its own is no claim. */
  private static boolean isBare(Draft draft) {
    if (!draft.casualties.isEmpty()) {
      return false;
    }
    if (draft.type.equals("control") && draft.rules.stream().noneMatch(r -> r.startsWith("place") && isOwn(r))) {
      return true;
    }
    if (!draft.predicate.nominal) {
      return !isToldOf(draft) && draft.rules.stream().noneMatch(r -> isOwn(r) && !r.startsWith("time"));
    }
    boolean unexplained = draft.predicate.trigger.size() == 1 && draft.predicate.words.cue("grammar.unexplained", draft.predicate.token)
        && !draft.predicate.meansStated && draft.actors.isEmpty() && draft.targets.isEmpty();
    return unexplained || draft.rules.stream().noneMatch(Coder::isOwn);
  }

  /** A verb of fighting whose doer or object stands in its clause, if only as a pronoun or without a name. */
  private static boolean isToldOf(Draft draft) {
    Predicate p = draft.predicate;
    boolean fight = p.frame.type().family().equals("fight") && !p.words.tree.relation(p.token).equals("acl");
    return fight && (p.arguments.object >= 0 || p.trigger.size() > 1) || pointsBack(p);
  }

  /** "They were captured": somebody spoken of before. */
  private static boolean pointsBack(Predicate p) {
    int object = p.arguments.object;
    return object >= 0 && p.words.isPronoun(object) && !p.words.lower(object).equals("it");
  }

  /** Whether the clause itself fills the slot that a rule speaks of. */
  static boolean isOwn(String rule) {
    boolean slot = rule.startsWith("actor") || rule.startsWith("target") || rule.startsWith("place") || rule.startsWith("time");
    return slot && !rule.contains("told before") && !rule.contains("sentence") && !rule.contains("label")
        && !rule.contains("the text's") && !rule.contains("clause above") && !rule.contains("same fight");
  }
}
