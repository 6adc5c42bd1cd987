package org.sitrep.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Participant;
import org.sitrep.claim.Provenance;
import org.sitrep.control.ControlLedger;
import org.sitrep.entity.EventType;
import org.sitrep.entity.Place;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.mention.Location;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.store.Store;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/** A made-up war with any number of events, made directly: what the page shows of it is tested, not what is read. Seeded. */
final class War {

  /** Places, parties and sources with odd letters among them, for whatever folds or compares names. */
  private static final String[] ODD = {"Dayr az-Zawr", "Ṣūwar al-Gharbī", "Kafr Zita", "Kafr", "!!!", "Çorlu", "İstanbul yolu", "حلب", "R'as al-`Ayn"};

  private static final String[][] TYPES = {
    {"clash", "clash", "fight"}, {"shelling", "shelling", "fight"}, {"air_strike", "air strike", "fight"}, {"capture", "capture", "territory"},
    {"arrest", "arrest", "persons"}, {"killing", "killing", "persons"}, {"deployment", "deployment", "posture"}, {"threat", "threat", "words"}
  };

  private static final String[] PARTIES = {"Army", "Rebels", "Caliphate", "League", "Free Army", "Border Guards", "gunmen", "İzci"};
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final int PER_DOCUMENT = 100;

  private final Random random;
  private final int days;
  private final List<Location> towns = new ArrayList<>();
  private final List<EventType> types = new ArrayList<>();
  private final List<Claim> pending = new ArrayList<>();
  private int documents;
  private int claims;

  War(long seed, int places, int days) {
    random = new Random(seed);
    this.days = days;
    for (String[] t : TYPES) {
      types.add(new EventType(t[0], t[1], t[2], "Battles", "Armed clash", "ASSAULT", "190"));
    }
    for (int i = 0; i < places; i++) {
      String name = i < ODD.length ? ODD[i] : word() + (random.nextInt(3) == 0 ? " " + word() : "");
      double lat = 32 + random.nextDouble() * 5;
      double lon = 35.5 + random.nextDouble() * 7;
      boolean area = i % 60 == 59;
      Place place =
          new Place("gn:" + i, name, area ? Place.Feature.REGION : Place.Feature.TOWN, lat, lon, area ? 60 : 2, "SY", "Region " + i % 14, 1000);
      towns.add(new Location(name, name, Location.Status.RESOLVED, Optional.of(place), lat, lon, area ? 60 : 2, "exact", List.of()));
    }
  }

  private String word() {
    String[] parts = {"al", "bar", "deir", "ha", "kaf", "ma", "na", "qa", "ra", "sa", "ta", "um", "wa", "zi"};
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(parts[random.nextInt(parts.length)]);
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Fills a new store. */
  static Store store(Path file, long seed, int events, int places, int days) {
    Store store = Store.open(file);
    War war = new War(seed, places, days);
    store.beginRun(List.of("made up"));
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      all.add(war.event(store, i));
    }
    war.flush(store);
    store.endRun(war.documents, 0, 0);
    store.replaceEvents(all, new ControlLedger(List.of(), List.of()));
    return store;
  }

  private Event event(Store store, int n) {
    Optional<Location> place = place();
    Optional<TimeWindow> time = time();
    int told = 1;
    while (told < 9 && random.nextDouble() < 0.55) {
      told++;
    }
    List<Claim> made = new ArrayList<>();
    EventType type = types.get((int) (types.size() * Math.pow(random.nextDouble(), 2)));
    for (int i = 0; i < told; i++) {
      made.add(claim(i == 0 ? type : types.get(random.nextInt(10) == 0 ? random.nextInt(types.size()) : types.indexOf(type)), place, time));
      if (pending.size() == PER_DOCUMENT) {
        flush(store);
      }
    }
    List<String> roots = made.stream().map(Claim::root).distinct().toList();
    List<Contradiction> contradictions = new ArrayList<>();
    if (told > 1 && random.nextInt(4) == 0) {
      contradictions.add(
          new Contradiction.Count(
              Casualties.Fate.KILLED,
              List.of(
                  new Contradiction.Version("5", List.of(made.get(0).id()), List.of(made.get(0).root())),
                  new Contradiction.Version("2", List.of(made.get(1).id()), List.of(made.get(1).root())))));
    }
    String id = "E" + UUID.nameUUIDFromBytes(("e" + n).getBytes(StandardCharsets.UTF_8)).toString().substring(0, 11);
    return new Event(
        id, type, place, time, made.getFirst().actors(), made.getFirst().targets(), made, roots, List.of(), made.getFirst().casualties(),
        contradictions, Why.NOTHING);
  }

  private Optional<Location> place() {
    int roll = random.nextInt(100);
    if (roll < 4) {
      return Optional.empty();
    }
    Location town = towns.get((int) (towns.size() * Math.pow(random.nextDouble(), 2)));
    if (roll < 7) {
      return Optional.of(new Location(town.name(), town.name(), Location.Status.UNLOCATED, Optional.empty(), 0, 0, 0, "unknown", List.of()));
    }
    if (roll < 12) {
      String near = "near " + town.name();
      return Optional.of(new Location(near, town.name(), Location.Status.RESOLVED, town.place(), town.lat(), town.lon(), 12, "exact", List.of()));
    }
    return Optional.of(town);
  }

  private Optional<TimeWindow> time() {
    if (random.nextInt(40) == 0) {
      return Optional.empty();
    }
    LocalDate day = FIRST.plusDays(random.nextInt(days));
    return Optional.of(random.nextInt(6) == 0 ? new TimeWindow(day, day.plusDays(random.nextInt(20)), TimeWindow.Precision.WEEK) : TimeWindow.day(day));
  }

  private Claim claim(EventType type, Optional<Location> place, Optional<TimeWindow> time) {
    int outlet = random.nextInt(40);
    int at = 40 * (claims % PER_DOCUMENT);
    List<Location> places = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      place.ifPresent(places::add);
      if (random.nextInt(9) == 0) {
        places.add(towns.get(random.nextInt(towns.size())));
      }
    }
    Attribution.Holder holder =
        new Attribution.Holder(
            "the source", "Source " + random.nextInt(60), random.nextBoolean() ? Optional.of("src:" + outlet) : Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Attribution.Stance.NEUTRAL);
    return pend(
        new Claim(
            "C" + claims++,
            "doc" + documents,
            "digest" + documents,
            Optional.of("Outlet " + documents % 40),
            Optional.of(FIRST.plusDays(random.nextInt(days))),
            "body",
            new Evidence(new Span(at, at + 30), new Span(at, at + 30), "it was told so and in no other"),
            type,
            "",
            parties(),
            parties(),
            places,
            random.nextInt(9) == 0 ? Optional.empty() : time,
            random.nextInt(3) == 0 ? Attribution.PUBLISHER : new Attribution(List.of(holder)),
            random.nextInt(4) == 0 ? Certainty.values()[random.nextInt(Certainty.values().length)] : Certainty.CERTAIN,
            random.nextInt(3) == 0
                ? List.of(new Casualties(Casualties.Fate.KILLED, random.nextInt(9), OptionalInt.of(9 + random.nextInt(4)), ""))
                : List.of(),
            List.of(),
            Optional.empty(),
            new Provenance("made:up", List.of())));
  }

  private Claim pend(Claim claim) {
    pending.add(claim);
    return claim;
  }

  private List<Participant> parties() {
    if (random.nextInt(7) == 0) {
      return List.of();
    }
    String name = PARTIES[random.nextInt(PARTIES.length)];
    return List.of(new Participant("the " + name, name, name.equals("gunmen") ? Optional.empty() : Optional.of("act:" + name.toLowerCase(java.util.Locale.ROOT))));
  }

  private void flush(Store store) {
    if (pending.isEmpty()) {
      return;
    }
    String text = "It was told so and in no other words. Again.\n".repeat(PER_DOCUMENT);
    Span body = new Span(0, text.length() - 1);
    String name = "doc" + documents;
    Optional<String> publisher = Optional.of("Outlet " + documents % 40);
    Capture capture =
        new Capture(
            name, "in.jsonl:" + documents, Optional.of("https://example.org/" + documents), publisher, Optional.empty(), Optional.of(FIRST),
            Optional.of(Instant.parse("2018-11-09T10:00:00Z")), Capture.Format.TEXT, text, "digest" + documents);
    List<Block> blocks = List.of(new Block(Block.Kind.BODY, body, 1, PER_DOCUMENT));
    Article article = new Article(name, capture.digest(), capture.url(), publisher, capture.published(), AlignedText.identity(text), blocks);
    store.save(new Page(capture, Imprint.of(Optional.of("Told " + documents), Optional.empty()), article, blocks, List.of(), List.of()), pending, List.of());
    pending.clear();
    documents++;
  }
}
