package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Stage;
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
    List<Words> sentences = words(article);
    List<Draft> drafts = new ArrayList<>();
    List<List<Holder>> named = new ArrayList<>();
    AttributionReader attribution = new AttributionReader();
    boolean[] quoted = QuoteReader.quoted(sentences);
    for (Words words : sentences) {
      List<Draft> own = draft(words, attribution);
      List<Holder> speakers = attribution.ofSentence(words);
      attribution.remember(speakers);
      named.add(speakers);
      drafts.addAll(own);
    }
    quotations(drafts, quoted, named);
    new Inheritance(drafts, knowledge.eventTypes()).apply();
    unconfirmed(drafts, sentences);
    ClaimBuilder builder = new ClaimBuilder(article, knowledge.eventTypes());
    return body(drafts).stream().filter(d -> !isBare(d)).map(builder::build).toList();
  }

  private List<Words> words(ResolvedArticle article) {
    List<Words> words = new ArrayList<>();
    for (AnnotatedSentence sentence : article.annotated().sentences()) {
      words.add(new Words(words.size(), sentence, article, knowledge.lexicon()));
    }
    return words;
  }

  private List<Draft> draft(Words words, AttributionReader attribution) {
    List<Predicate> predicates = matcher.find(words);
    Means.decide(predicates);
    Merger.join(predicates);
    List<Draft> drafts = new ArrayList<>();
    for (Predicate p : predicates) {
      if (p.host == null) {
        Draft draft = new Draft(p);
        new SlotFiller(draft).fill();
        new CasualtyReader(draft).read();
        TimeReader.read(draft);
        draft.attribution = new Attribution(attribution.read(p));
        draft.certainty = CertaintyReader.read(p);
        denials(draft);
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /** Whoever denies an act says that it did not happen. */
  private static void denials(Draft draft) {
    boolean denies = draft.attribution.innermost().filter(h -> h.stance() == Stance.DENIAL).isPresent();
    if (denies) {
      draft.certainty = Certainty.DENIED;
    }
  }

  /** A quoted claim without a holder of its own is the quoted speaker's. */
  private static void quotations(List<Draft> drafts, boolean[] quoted, List<List<Holder>> named) {
    for (Draft draft : drafts) {
      int index = draft.words().index;
      if (quoted[index] && draft.attribution.chain().isEmpty()) {
        QuoteReader.speaker(index, quoted, named).ifPresent(h -> {
          draft.attribution = new Attribution(List.of(h));
          draft.rules.add("source: quotation");
        });
      }
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

  /** A noun that points back without adding anything is no claim. */
  private static boolean isBare(Draft draft) {
    Predicate p = draft.predicate;
    if (!p.nominal || !p.effects.isEmpty()) {
      return false;
    }
    Optional<Integer> determiner = draft.words().tree.list(p.token, "det").stream().findFirst();
    boolean definite = determiner.isPresent()
        && List.of("the", "this", "that", "these", "those", "such").contains(draft.words().lower(determiner.get()));
    boolean ownSlots = draft.rules.stream()
        .anyMatch(r -> (r.startsWith("actor") || r.startsWith("target") || r.startsWith("place")) && !r.contains("before")
            && !r.contains("sentence"));
    return draft.isEmpty() || ((definite || p.frame.bareDropped()) && !ownSlots && draft.casualties.isEmpty());
  }
}
