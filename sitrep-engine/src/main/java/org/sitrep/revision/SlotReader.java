package org.sitrep.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Location;

/**
 * Compares two claims slot by slot. A slot has changed when it means something else; the same words never
 * do, even where another context made the program read them otherwise.
 */
final class SlotReader {

  static final String NOTHING = "(none)";
  static final String TYPE = "type";
  static final String TIME = "time";

  private static final double SAME_DEGREES = 0.02;
  private static final Pattern ARTICLE = Pattern.compile("^(?:the |an? )");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A slot: how it is shown, and when two claims have the same in it. */
  private record Slot(String name, Function<Claim, String> shown, BiPredicate<Claim, Claim> same) {}

  private static final List<Slot> SLOTS = slots();

  private SlotReader() {}

  private static List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    slots.add(plain(TYPE, c -> c.type().label()));
    slots.add(new Slot("actor", c -> parties(c.actors()), (a, b) -> sameParties(a.actors(), b.actors())));
    slots.add(new Slot("target", c -> parties(c.targets()), (a, b) -> sameParties(a.targets(), b.targets())));
    slots.add(new Slot("place", SlotReader::places, (a, b) -> samePlaces(a.places(), b.places())));
    slots.add(plain(TIME, c -> c.time().map(Object::toString).orElse("")));
    slots.add(new Slot("source", SlotReader::source, SlotReader::sameSource));
    slots.add(plain("certainty", c -> c.certainty().name().toLowerCase(Locale.ROOT)));
    for (Casualties.Fate fate : Casualties.Fate.values()) {
      slots.add(
          plain(
              fate.name().toLowerCase(Locale.ROOT),
              c -> c.casualties().stream().filter(l -> l.fate() == fate).map(Notation::range).sorted().collect(Collectors.joining(", "))));
    }
    slots.add(
        new Slot("materiel", c -> String.join(", ", c.materiel()), (a, b) -> folded(a.materiel()).equals(folded(b.materiel()))));
    slots.add(plain("distance", c -> c.distance().map(d -> d.relation() + " " + d.value() + " " + d.unit()).orElse("")));
    return List.copyOf(slots);
  }

  private static Slot plain(String name, Function<Claim, String> shown) {
    return new Slot(name, shown, (a, b) -> shown.apply(a).equals(shown.apply(b)));
  }

  /** The slots in which two claims differ. */
  static List<Revision.SlotChange> changes(Claim before, Claim after) {
    List<Revision.SlotChange> changes = new ArrayList<>();
    for (Slot slot : SLOTS) {
      if (!slot.same.test(before, after)) {
        changes.add(
            new Revision.SlotChange(slot.name, orNothing(slot.shown.apply(before)), orNothing(slot.shown.apply(after))));
      }
    }
    return changes;
  }

  /** The share of slots, type aside, that hold the same, of those that hold anything; 1 where none does. */
  static double agreement(Claim a, Claim b) {
    int same = 0;
    int all = 0;
    for (Slot slot : SLOTS) {
      if (!slot.name.equals(TYPE) && !(slot.shown.apply(a).isEmpty() && slot.shown.apply(b).isEmpty())) {
        all++;
        same += slot.same.test(a, b) ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) same / all;
  }

  private static String orNothing(String shown) {
    return shown.isEmpty() ? NOTHING : shown;
  }

  private static String parties(List<Participant> parties) {
    return parties.stream().map(p -> named(p.name(), p.surface())).distinct().collect(Collectors.joining(", "));
  }

  /** The name, and the words where they are others: two groups may go by one name. */
  private static String named(String name, String surface) {
    return fold(name).equals(fold(surface)) ? name : surface + " (" + name + ")";
  }

  private static boolean sameParties(List<Participant> a, List<Participant> b) {
    return keys(a, p -> p.actor().orElse(fold(p.name()))).equals(keys(b, p -> p.actor().orElse(fold(p.name()))))
        || keys(a, p -> fold(p.surface())).equals(keys(b, p -> fold(p.surface())));
  }

  private static <T> TreeSet<String> keys(List<T> values, Function<T, String> key) {
    return values.stream().map(key).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String places(Claim claim) {
    return claim.places().stream().map(Location::surface).collect(Collectors.joining(", "));
  }

  private static boolean samePlaces(List<Location> a, List<Location> b) {
    return covers(a, b) && covers(b, a);
  }

  private static boolean covers(List<Location> a, List<Location> b) {
    return b.stream().allMatch(y -> a.stream().anyMatch(x -> samePlace(x, y)));
  }

  private static boolean samePlace(Location a, Location b) {
    if (fold(a.surface()).equals(fold(b.surface()))) {
      return true;
    }
    if (!a.isLocated() || !b.isLocated()) {
      return fold(a.name()).equals(fold(b.name()));
    }
    return a.place().map(p -> p.id()).equals(b.place().map(p -> p.id()))
        && Math.abs(a.lat() - b.lat()) < SAME_DEGREES
        && Math.abs(a.lon() - b.lon()) < SAME_DEGREES
        && Math.max(a.km(), b.km()) <= 2 * Math.min(a.km(), b.km());
  }

  private static String source(Claim claim) {
    List<Attribution.Holder> chain = claim.attribution().chain();
    return chain.isEmpty()
        ? claim.publisher().orElse("@publisher")
        : chain.stream().map(h -> named(h.name(), h.surface())).collect(Collectors.joining(", citing "));
  }

  private static boolean sameSource(Claim a, Claim b) {
    List<Attribution.Holder> x = a.attribution().chain();
    List<Attribution.Holder> y = b.attribution().chain();
    return list(x, h -> fold(h.key())).equals(list(y, h -> fold(h.key())))
        || list(x, h -> fold(h.surface())).equals(list(y, h -> fold(h.surface())));
  }

  private static <T> List<String> list(List<T> values, Function<T, String> key) {
    return values.stream().map(key).toList();
  }

  private static TreeSet<String> folded(List<String> words) {
    return keys(words, SlotReader::fold);
  }

  private static String fold(String name) {
    String plain = ARTICLE.matcher(name.toLowerCase(Locale.ROOT).strip()).replaceFirst("");
    return BREAKS.matcher(plain).replaceAll(" ").strip();
  }

  /** Whether only the day from which "on Monday" is reckoned moved: the words are those they were. */
  static boolean isReckoning(Revision.SlotChange change, Optional<?> published, Optional<?> publishedLater) {
    return change.slot().equals(TIME) && !published.equals(publishedLater);
  }
}
