package org.sitrep.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Roles;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Says whom actor mentions name. Names are taken by the day; descriptions by the country written about ("the army"), or by
 * the one party of the paragraph that fits ("the group", "the militants", "they"). Where several fit, a description stays
 * one, and a pronoun stays open.
 */
final class ActorResolver {

  private static final Set<Actor.Kind> ARMED = Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA);
  private static final Set<Actor.Kind> TROOPS = Set.of(Actor.Kind.FORCE);
  private static final Set<Actor.Kind> ANYBODY =
      Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA, Actor.Kind.FORCE, Actor.Kind.COALITION, Actor.Kind.STATE, Actor.Kind.BODY);
  private static final Set<Actor.Kind> PEOPLE =
      Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA, Actor.Kind.FORCE, Actor.Kind.COALITION, Actor.Kind.FIGHTERS, Actor.Kind.CIVILIANS);

  private final Actors actors;

  ActorResolver(Actors actors) {
    this.actors = actors;
  }

  /**
   * Whom each actor mention names.
   *
   * @param article the sentences with their mentions
   * @param day the day the article speaks from, where known
   */
  Map<Mention.OfActor, Actor> resolve(AnnotatedArticle article, Optional<LocalDate> day) {
    Countries countries = Countries.of(article, actors);
    Map<Mention.OfActor, Actor> found = new HashMap<>();
    Paragraph text = named(article, countries, day);
    Paragraph paragraph = new Paragraph(-1, text);
    for (AnnotatedSentence sentence : article.sentences()) {
      if (sentence.block() != paragraph.block) {
        paragraph = new Paragraph(sentence.block(), text);
      }
      Optional<String> country = countries.at(sentence.block());
      for (Mention.OfActor mention : sentence.list(Mention.OfActor.class)) {
        Optional<Actor> actor = resolve(mention, sentence.tree(), paragraph, country, day);
        actor.ifPresent(a -> found.put(mention, a));
        paragraph.add(mention, actor, sentence.tree());
      }
    }
    return found;
  }

  /** The parties that the whole article names. */
  private Paragraph named(AnnotatedArticle article, Countries countries, Optional<LocalDate> day) {
    Paragraph text = new Paragraph(-1, null);
    for (AnnotatedSentence sentence : article.sentences()) {
      for (Mention.OfActor mention : sentence.list(Mention.OfActor.class)) {
        if (mention.form() != Mention.Form.DESCRIPTION) {
          text.add(mention, mention.ids().isEmpty() ? Optional.empty() : choose(mention, countries.at(sentence.block()), day), sentence.tree());
        }
      }
    }
    return text;
  }

  private Optional<Actor> resolve(
      Mention.OfActor mention, SyntaxTree tree, Paragraph paragraph, Optional<String> country, Optional<LocalDate> day) {
    if (tree.upos(mention.head()) == Upos.PRON && mention.ids().isEmpty()) {
      return paragraph
          .only(isPlural(tree, mention.head()) ? PEOPLE : ANYBODY)
          .or(() -> speaker(mention, tree, paragraph))
          .map(owner -> armOf(owner, mention, tree));
    }
    if (mention.ids().isEmpty()) {
      return mention.form() == Mention.Form.DESCRIPTION
          ? paragraph.only(ANYBODY).or(() -> subject(mention, tree, paragraph))
          : Optional.empty();
    }
    Actor actor = choose(mention, country, day).orElse(null);
    if (actor == null) {
      return Optional.empty();
    }
    return mention.form() == Mention.Form.DESCRIPTION
        ? Optional.of(pointed(mention, actor, tree, paragraph))
        : Optional.of(actor);
  }

  /** "The army said it had ...": among several, whoever says it is the subject of what is said. */
  private static Optional<Actor> speaker(Mention.OfActor mention, SyntaxTree tree, Paragraph paragraph) {
    int clause = tree.head(mention.head());
    if (tree.relation(mention.head()).equals("nmod:poss")) { // "X said that its troops ..."
      clause = clause >= 0 && tree.is(clause, "nsubj") ? tree.head(clause) : -1;
    } else if (!tree.is(mention.head(), "nsubj")) {
      return Optional.empty();
    }
    if (clause < 0 || !tree.is(clause, "ccomp") || tree.head(clause) < 0) {
      return Optional.empty();
    }
    int speaker = tree.find(tree.head(clause), "nsubj");
    return speaker < 0 ? Optional.empty() : paragraph.at(tree.start(speaker)).filter(a -> ANYBODY.contains(a.kind()));
  }

  /** "The front took the field, the group said": among several, the only party before it that is a subject in its sentence. */
  private static Optional<Actor> subject(Mention.OfActor mention, SyntaxTree tree, Paragraph paragraph) {
    if (!isDefinite(mention, tree)) {
      return Optional.empty();
    }
    List<Actor> subjects = new ArrayList<>();
    for (int i = 0; i < mention.first(); i++) {
      if (tree.is(i, "nsubj")) {
        paragraph.at(tree.start(i)).filter(a -> ANYBODY.contains(a.kind())).ifPresent(subjects::add);
      }
    }
    return subjects.stream().distinct().count() == 1 ? Optional.of(subjects.getFirst()) : Optional.empty();
  }

  private static boolean isPlural(SyntaxTree tree, int pronoun) {
    return tree.form(pronoun).toLowerCase(Locale.ROOT).startsWith("the");
  }

  /** Among several readings the one in use on the day, else the first. */
  private Optional<Actor> choose(Mention.OfActor mention, Optional<String> country, Optional<LocalDate> day) {
    List<String> ids = mention.ids();
    if (ids.size() > 1 && day.isPresent()) {
      List<String> current =
          ids.stream().filter(id -> actors.isCurrent(id, mention.surface(), day.get())).toList();
      ids = current.isEmpty() ? ids : current;
    }
    if (ids.size() > 1 && country.isPresent()) {
      List<String> local = ids.stream().filter(id -> belongsTo(id, country.get())).toList();
      ids = local.isEmpty() ? ids : local;
    }
    String id = ids.getFirst();
    return country
        .flatMap(c -> actors.meaning(id, c, day))
        .or(() -> day.isPresent() ? actors.find(id, day.get()) : actors.find(id));
  }

  private static boolean belongsTo(String id, String country) {
    return id.equals(country) || id.startsWith(country + ".");
  }

  /** The party that a definite description points back to, or the description itself. */
  private Actor pointed(Mention.OfActor mention, Actor own, SyntaxTree tree, Paragraph paragraph) {
    Optional<Actor> owner = possessor(mention, tree).flatMap(paragraph::at);
    boolean troops = own.id().equals("soldiers") || own.id().equals("troops");
    if (owner.isPresent() && (troops || own.kind() == Actor.Kind.FIGHTERS)) {
      return troops ? troopsOf(owner.get()) : owner.get();
    }
    if (!isDefinite(mention, tree)) {
      return own;
    }
    boolean fighters = own.kind() == Actor.Kind.FIGHTERS && !own.id().equals("soldiers");
    if (fighters) {
      return paragraph.only(ARMED).or(() -> paragraph.names(ARMED) ? Optional.empty() : paragraph.text.sole(ARMED)).orElse(own);
    }
    return troops ? paragraph.only(TROOPS).orElse(own) : own;
  }

  /** "The ministry said its aircraft ...": weapons by which a state acts are those of its forces. */
  private Actor armOf(Actor owner, Mention.OfActor pronoun, SyntaxTree tree) {
    int noun = tree.head(pronoun.head());
    if (!tree.is(pronoun.head(), "nmod:poss") || noun < 0) {
      return owner;
    }
    return actors
        .roles()
        .head(Words.of(tree.form(noun).toLowerCase(Locale.ROOT)), 0)
        .map(Found::first)
        .filter(Roles.Head::materiel)
        .map(head -> organOf(owner, head.state()))
        .orElse(owner);
  }

  /** A state's or ministry's soldiers are its forces. */
  private Actor troopsOf(Actor owner) {
    return organOf(owner, "forces");
  }

  private Actor organOf(Actor owner, String role) {
    int dot = owner.id().indexOf('.');
    String state = dot < 0 ? owner.id() : owner.id().substring(0, dot);
    boolean civil = owner.kind() == Actor.Kind.STATE || owner.kind() == Actor.Kind.BODY;
    return civil && actors.isState(state) ? actors.find(actors.roles().compose(state, role)).orElse(owner) : owner;
  }

  private static Optional<Integer> possessor(Mention.OfActor mention, SyntaxTree tree) {
    int owner = tree.find(mention.head(), "nmod:poss");
    return owner < 0 ? Optional.empty() : Optional.of(tree.start(owner));
  }

  private static boolean isDefinite(Mention.OfActor mention, SyntaxTree tree) {
    int article = tree.find(mention.head(), "det");
    String word = article < 0 ? "" : tree.lemma(article);
    return word.equals("the") || word.equals("these") || word.equals("those") || word.equals("this");
  }

  /** The parties named so far in a paragraph. */
  private static final class Paragraph {
    private final int block;
    /** The parties of the whole article; of itself where this is it. */
    private final Paragraph text;
    private final List<Actor> named = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<Integer, Actor> byOffset = new HashMap<>();

    Paragraph(int block, @Nullable Paragraph text) {
      this.block = block;
      this.text = text == null ? this : text;
    }

    /** Whether a party of these kinds is named. */
    boolean names(Set<Actor.Kind> kinds) {
      return named.stream().anyMatch(a -> kinds.contains(a.kind()));
    }

    void add(Mention.OfActor mention, Optional<Actor> actor, SyntaxTree tree) {
      if (actor.isPresent()) {
        byOffset.put(tree.start(mention.head()), actor.get());
        if (named.stream().noneMatch(a -> a.id().equals(actor.get().id()))) {
          named.add(actor.get());
        }
      } else if (mention.form() == Mention.Form.UNKNOWN || mention.form() == Mention.Form.NAME) {
        unknown.add(mention.surface());
      }
    }

    /** Who is named by the mention that starts at an offset. */
    Optional<Actor> at(int offset) {
      return Optional.ofNullable(byOffset.get(offset));
    }

    /** The only party of these kinds that is known. */
    Optional<Actor> sole(Set<Actor.Kind> kinds) {
      List<Actor> fitting = named.stream().filter(a -> kinds.contains(a.kind())).toList();
      return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** The only party of these kinds, where nobody unknown could be meant instead. */
    Optional<Actor> only(Set<Actor.Kind> kinds) {
      return unknown.isEmpty() ? sole(kinds) : Optional.empty();
    }
  }
}
