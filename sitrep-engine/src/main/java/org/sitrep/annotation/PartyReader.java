package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Roles;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads the words of noun phrases as parties: a name; an owner and what hangs on it ("militia fighters", "Syrian
 * government forces", "Iran-backed militias", "pro-Turkish factions"); a side ("rebel fighters"); a common noun alone.
 */
final class PartyReader {

  private static final int MODIFIERS = 3;
  private static final Set<String> MEMBERSHIP = Set.of("of", "from");

  private final Actors actors;
  private final Roles roles;
  private final SyntaxTree tree;
  private final Words words;
  private final boolean capitals;

  PartyReader(Actors actors, SyntaxTree tree, Words words) {
    this.actors = actors;
    this.roles = actors.roles();
    this.tree = tree;
    this.words = words;
    this.capitals = IntStream.range(0, words.size()).map(i -> words.written(i).codePointAt(0)).noneMatch(Character::isLowerCase);
  }

  /** The longest party that starts at a word; null where none does. */
  @Nullable Party read(int at) {
    Party seat = actors.seat(words, at).map(s -> linked(s.end(), s.values())).orElse(null); // "Tehran-backed militias"
    Party best = longer(longer(named(at), nation(at)), seat);
    best = longer(best, side(at));
    best = longer(best, pro(at));
    return longer(best, alone(at));
  }

  private static @Nullable Party longer(@Nullable Party a, @Nullable Party b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.end() > a.end() ? b : a;
  }

  private @Nullable Party named(int at) {
    Found<String> name = actors.name(words, at).orElse(null);
    if (name == null || !isNameHere(at, name)) {
      return null;
    }
    Party own = new Party(name.end(), name.values(), Form.NAME);
    String owner = name.first();
    return longer(own, actors.isState(owner) ? ofOwner(name, owner, true) : ofGroup(name));
  }

  /** Whether a short capitalised name is one here, and no word of a heading in capitals. */
  private boolean isNameHere(int at, Found<String> name) {
    if (name.end() - at > 1 || !capitals && words.written(at).chars().allMatch(Character::isUpperCase)) {
      return true;
    }
    Upos tag = tree.upos(words.token(at));
    boolean function = tag == Upos.AUX || tag == Upos.PRON || tag == Upos.ADP || tag == Upos.DET || tag == Upos.VERB;
    return !function || words.written(at).length() > 2 && tag != Upos.VERB;
  }

  /** "front-linked militants", "militia fighters", "the front's fighters". */
  private @Nullable Party ofGroup(Found<String> name) {
    Party linked = linked(name.end(), name.values());
    if (linked != null) {
      return linked;
    }
    int end = name.end();
    while (true) {
      Found<Roles.Head> head = head(skip(end));
      boolean own = head != null && head.first().group().equals(Roles.SELF) && isSamePhrase(name.end() - 1, head.end() - 1);
      if (head == null || !own || isWeaponBeforeNoun(head) || pointsBack(head.first()) && !isArmedGroup(name.first())) {
        return end > name.end() ? new Party(end, name.values(), Form.NAME) : null;
      }
      end = head.end();
    }
  }

  private static boolean pointsBack(Roles.Head head) {
    return head.alone().equals(Roles.BACK);
  }

  /** Whether "group" or "movement" after its name is its apposition. */
  private boolean isArmedGroup(String id) {
    return actors.find(id).map(a -> a.kind() == Actor.Kind.GROUP || a.kind() == Actor.Kind.MILITIA).orElse(false);
  }

  private @Nullable Party nation(int at) {
    Found<String> nation = actors.nation(words, at).orElse(null);
    if (nation == null) {
      Found<String> people = actors.people(words, at).orElse(null);
      return people == null ? null : new Party(people.end(), peoples(people.values()), Form.DEMONYM);
    }
    Party more = ofOwner(nation, nation.first(), false);
    return more != null ? more : new Party(nation.end(), nation.values(), Form.DEMONYM);
  }

  private List<String> peoples(List<String> ids) {
    List<String> all = new ArrayList<>();
    for (String id : ids) {
      all.add(actors.isState(id) ? id + ".people" : id);
    }
    return all;
  }

  /** What a state or people makes with the words after it; null where they make nothing. */
  @Nullable Party ofOwner(Found<String> owner, String id, boolean byName) {
    Party linked = linked(owner.end(), owner.values());
    if (linked != null) {
      return linked;
    }
    int at = owner.end();
    for (int skipped = 0; skipped <= MODIFIERS; skipped++) {
      at = skip(at);
      Found<Roles.Head> head = head(at);
      Found<String> side = roles.side(words, at).orElse(null);
      Party sided = side == null ? null : sided(side, id);
      if (head != null && isSamePhrase(owner.end() - 1, head.end() - 1)) {
        Found<Roles.Head> later = tree.is(words.token(head.end() - 1), "compound") ? head(head.end()) : null;
        Party longest = later == null ? null : of(owner.values(), later);
        return longer(longer(of(owner.values(), head), sided), longest);
      }
      if (sided != null) {
        return sided;
      }
      Found<String> second = byName ? null : actors.nation(words, at).orElse(null);
      if (second != null) {
        Party inner = ofOwner(second, second.first(), false);
        return inner == null ? null : new Party(inner.end(), inner.ids(), Form.NAME);
      }
      if (at >= words.size() || !isModifier(at)) {
        return null;
      }
      at++;
    }
    return null;
  }

  private @Nullable Party of(List<String> owners, Found<Roles.Head> head) {
    Roles.Head noun = head.first();
    if (noun.state().isEmpty() || isWeaponBeforeNoun(head)) {
      return null;
    }
    if (head.end() < words.size() && isRankBeforeName(head.end())) {
      return null;
    }
    if (noun.state().equals(Roles.SELF) && !actors.isState(owners.getFirst())) {
      return null;
    }
    List<String> ids = owners.stream().map(o -> roles.compose(o, noun.state())).toList();
    return new Party(head.end(), ids, Form.NAME);
  }

  /** Whether a name follows at once, so that the noun is its bearer's office. */
  private boolean isRankBeforeName(int at) {
    return tree.upos(words.token(at)) == Upos.PROPN
        && words.token(at) == words.token(at - 1) + 1
        && Character.isUpperCase(words.written(at).charAt(0))
        && actors.name(words, at).isEmpty()
        && roles.rank(words, at - 1).isPresent();
  }

  /** A hyphenated or plain participle after an owner: "US-backed rebels", "HTS-led factions". */
  private @Nullable Party linked(int at, List<String> owners) {
    Found<Roles.Link> link = roles.link(words, at).orElse(null);
    if (link == null || link.first().before()) {
      return null;
    }
    return linkedTo(link.end(), owners, link.first().role());
  }

  private @Nullable Party linkedTo(int from, List<String> owners, String role) {
    int at = from;
    for (int skipped = 0; skipped <= MODIFIERS && at < words.size(); skipped++) {
      Found<String> name = actors.name(words, at).orElse(null);
      if (name != null && !actors.isState(name.first())) {
        Party group = ofGroup(name);
        return group != null ? group : new Party(name.end(), name.values(), Form.NAME);
      }
      Found<Roles.Head> head = head(at);
      if (head != null && isParty(head.first())) {
        return isWeaponBeforeNoun(head) ? null : new Party(head.end(), links(owners, head.first(), role), Form.DESCRIPTION);
      }
      Found<String> side = roles.side(words, at).orElse(null);
      Found<String> nation = actors.nation(words, at).orElse(null);
      if (side != null) {
        at = side.end();
      } else if (nation != null) {
        at = nation.end();
      } else if (isModifier(at)) {
        at++;
      } else {
        return null;
      }
    }
    return null;
  }

  private List<String> links(List<String> owners, Roles.Head head, String role) {
    boolean coalition = head.state().equals("coalition");
    return owners.stream().map(o -> o + "." + (coalition ? "coalition" : role)).toList();
  }

  private boolean isParty(Roles.Head head) {
    return !head.group().isEmpty() || !head.state().isEmpty() && !isCivilian(head);
  }

  private boolean isCivilian(Roles.Head head) {
    return actors.find(head.alone()).map(a -> a.kind() == Actor.Kind.CIVILIANS).orElse(false);
  }

  /** "rebel fighters", "regime forces": in the country written about. */
  private @Nullable Party side(int at) {
    Found<String> side = roles.side(words, at).orElse(null);
    return side == null ? null : sided(side, Roles.COUNTRY);
  }

  private @Nullable Party sided(Found<String> side, String owner) {
    int at = side.end();
    for (int skipped = 0; skipped <= MODIFIERS && at < words.size(); skipped++) {
      Found<Roles.Head> head = head(at);
      if (head != null) {
        return sided(head, side.first(), owner);
      }
      Found<String> nation = actors.nation(words, at).orElse(null);
      Found<String> more = roles.side(words, at).orElse(null);
      if (nation != null && actors.isState(nation.first())) {
        return sided(new Found<>(nation.end(), side.values()), nation.first());
      }
      if (more == null && !isModifier(at)) {
        return owning(side, owner);
      }
      at = more == null ? at + 1 : more.end();
    }
    return owning(side, owner);
  }

  /** "rebel positions", "a regime checkpoint": the side itself, to whom the thing belongs. */
  private @Nullable Party owning(Found<String> side, String owner) {
    int last = words.token(side.end() - 1);
    boolean modifier = tree.is(last, "compound") || tree.is(last, "amod");
    if (side.first().isEmpty() || !modifier || !isBeforeNoun(last)) {
      return null;
    }
    Form form = owner.equals(Roles.COUNTRY) ? Form.DESCRIPTION : Form.NAME;
    return new Party(side.end(), roles.compose(owner, side.first()), form);
  }

  private @Nullable Party sided(Found<Roles.Head> head, String role, String owner) {
    Roles.Head noun = head.first();
    if (isCivilian(noun)) {
      return new Party(head.end(), noun.alone(), Form.DESCRIPTION);
    }
    String made = role.isEmpty() ? noun.state() : role;
    if (made.isEmpty() || isWeaponBeforeNoun(head)) {
      return null;
    }
    Form form = owner.equals(Roles.COUNTRY) ? Form.DESCRIPTION : Form.NAME;
    return new Party(head.end(), roles.compose(owner, made), form);
  }

  /** "pro-Iranian militias". */
  private @Nullable Party pro(int at) {
    Found<Roles.Link> link = roles.link(words, at).orElse(null);
    if (link == null || !link.first().before()) {
      return null;
    }
    Found<String> nation =
        actors.nation(words, link.end()).or(() -> actors.name(words, link.end())).orElse(null);
    return nation == null ? null : linkedTo(nation.end(), nation.values(), link.first().role());
  }

  private @Nullable Party alone(int at) {
    Found<Roles.Head> head = head(at);
    if (head == null || head.first().alone().isEmpty()) {
      return null;
    }
    Roles.Head noun = head.first();
    int last = words.token(head.end() - 1);
    boolean adjective = (tree.is(last, "compound") || tree.is(last, "amod")) && tree.upos(last) == Upos.ADJ;
    boolean sort = isCivilian(noun) && tree.is(last, "compound") && isOwnFighters(head.end());
    if (sort || isWeaponBeforeNoun(head) || adjective && noun.alone().startsWith(Roles.COUNTRY) && isBeforeNoun(last)) {
      return null;
    }
    List<String> ids = noun.alone().equals(Roles.BACK) ? List.of() : List.of(noun.alone());
    Party own = new Party(adjective ? head.end() : members(head.end(), last), ids, Form.DESCRIPTION);
    return noun.group().isEmpty() || pointsBack(noun) ? own : longer(own, membersOf(head.end()));
  }

  /** "women fighters": fighters all the same. */
  private boolean isOwnFighters(int at) {
    Found<Roles.Head> head = head(at);
    return head != null && head.first().group().equals(Roles.SELF);
  }

  /** "militia fighters", "army soldiers": the end of a phrase whose head noun means the same people. */
  private int members(int end, int modifier) {
    Found<Roles.Head> head = tree.is(modifier, "compound") ? head(end) : null;
    if (head == null) {
      return end;
    }
    boolean own = head.first().group().equals(Roles.SELF) && !isWeaponBeforeNoun(head)
        && tree.head(modifier) == words.token(head.end() - 1);
    return own && head != null ? head.end() : end;
  }

  /** "fighters of the group X", "soldiers from the army's Y": the rest of such a phrase, as the group itself. */
  private @Nullable Party membersOf(int at) {
    if (at >= words.size() || !MEMBERSHIP.contains(words.plain(at))) {
      return null;
    }
    int next = at + 1 < words.size() && words.plain(at + 1).equals("the") ? at + 2 : at + 1;
    Found<String> name = next < words.size() ? actors.name(words, next).orElse(null) : null;
    if (name == null || actors.isState(name.first()) || !isNameHere(next, name) || !isUnder(next, at - 1)) {
      return null;
    }
    Party more = ofGroup(name);
    return more != null ? more : new Party(name.end(), name.values(), Form.NAME);
  }

  /** Whether the phrase of one word stands below another in the tree. */
  private boolean isUnder(int word, int top) {
    return tree.under(words.token(word), words.token(top));
  }

  /** The head noun at a word, if its last word is used as a noun. */
  private @Nullable Found<Roles.Head> head(int at) {
    Optional<Found<Roles.Head>> head = at < words.size() ? roles.head(words, at) : Optional.empty();
    if (head.isEmpty()) {
      return null;
    }
    Upos tag = tree.upos(words.token(head.get().end() - 1));
    boolean noun = tag == Upos.NOUN || tag == Upos.PROPN;
    return noun || tag == Upos.ADJ && !isBeforeNoun(words.token(head.get().end() - 1)) ? head.get() : null;
  }

  private boolean isBeforeNoun(int token) {
    if (token + 1 == tree.size()) {
      return false;
    }
    Upos next = tree.upos(token + 1);
    return next == Upos.NOUN || next == Upos.PROPN || next == Upos.ADJ;
  }

  /** Whether the head names a weapon and another noun follows in the same phrase ("Turkish drone strike"). */
  private boolean isWeaponBeforeNoun(Found<Roles.Head> head) {
    int token = words.token(head.end() - 1);
    return head.first().materiel()
        && token + 1 < tree.size()
        && tree.is(token, "compound")
        && tree.head(token) > token
        && tree.upos(token + 1) != Upos.PUNCT;
  }

  /** Whether two words stand in one noun phrase: nothing between them but its own modifiers. */
  private boolean isSamePhrase(int owner, int head) {
    for (int t = words.token(owner) + 1; t < words.token(head); t++) {
      Upos tag = tree.upos(t);
      if (tag == Upos.VERB && !tree.is(t, "amod") || tag == Upos.ADP && !tree.is(t, "case") || tag == Upos.CCONJ) {
        return false;
      }
      if (tag == Upos.PUNCT && !tree.form(t).equals("-") && !tree.form(t).equals("/")) {
        return false;
      }
    }
    return true;
  }

  /** Over a possessive ending. */
  private int skip(int at) {
    return at < words.size() && words.isPossessive(at) ? at + 1 : at;
  }

  /** Whether a word may stand between an owner or side and its head noun. */
  private boolean isModifier(int at) {
    int token = words.token(at);
    Upos tag = tree.upos(token);
    return tag == Upos.ADJ
        || tree.is(token, "amod")
        || tag == Upos.NOUN && tree.is(token, "compound")
        || tag == Upos.PROPN && tree.is(token, "compound") && Character.isLowerCase(words.written(at).charAt(0));
  }
}
