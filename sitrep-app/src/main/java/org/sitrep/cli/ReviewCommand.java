package org.sitrep.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Joining;
import org.sitrep.desk.Reviewing;
import org.sitrep.desk.Toolbox;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "review",
    description = "Lists people's rulings, or adds one. A ruling stands in the place of what is computed; all are kept.",
    footer = {
      "",
      "VALUE: of a claim true or false; of an event its Admiralty digit, 1 to 6; of a source its letter, A to F; of a",
      "place the id of the party that holds it, contested or unknown; of a pair of claims, ID+ID, same or apart, and events",
      "are made anew so that they obey.",
      "",
      "Examples:",
      "  sitrep review",
      "  sitrep review source sana C --reason \"three dispatches checked against pictures\"",
      "  sitrep review place syria:raqqa sdf --from 2017-10-20 --reason \"pictures of the stadium\"",
      "  sitrep review pair c0123456789abcdef+cfedcba9876543210 apart --reason \"two raids, an hour between\"",
      "  sitrep review source sana --withdraw --reason \"the pictures were older\""
    })
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SUBJECT",
      description = "What it is about: claim, event, source, place or pair.")
  private Ruling.@Nullable Subject subject;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Its id; alone: the rulings about it.")
  private String id = "";

  @Parameters(index = "2", arity = "0..1", paramLabel = "VALUE", description = "What is decided.")
  private String value = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed to rule.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: the name you are logged in by).")
  private String by = System.getProperty("user.name", "");

  @Option(names = "--from", paramLabel = "DAY", description = "Of a place: the first day on which it holds.")
  private @Nullable LocalDate from;

  @Option(names = "--withdraw", description = "Takes the standing ruling back; what is computed holds again.")
  private boolean withdraw;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReviewCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      if (value.isEmpty() && !withdraw) {
        return list(console, open);
      }
      Toolbox toolbox = new Toolbox(sitrep.home());
      Ruling ruling = ruling(new Reviewing(toolbox.knowledge(), open));
      open.addRuling(ruling);
      if (ruling.subject() == Ruling.Subject.PAIR) {
        Joining.bring(toolbox.pipeline(), open);
      }
      if (json.isSet()) {
        console.line(SourceExchange.ruling(ruling));
      } else {
        console.line(line(ruling));
      }
    }
    return Exit.OK;
  }

  private int list(Console console, Store open) {
    if (!reason.isEmpty() || from != null) {
      throw new UsageException("a ruling needs a subject, an id and a value, or --withdraw");
    }
    List<Ruling> rulings =
        open.listRulings().stream()
            .filter(r -> subject == null || r.subject() == subject)
            .filter(r -> id.isEmpty() || r.id().equals(id))
            .toList();
    rulings.forEach(r -> console.line(json.isSet() ? SourceExchange.ruling(r) : line(r)));
    if (rulings.isEmpty()) {
      console.say("nobody has ruled" + (id.isEmpty() ? "" : " on it"));
    }
    return Exit.OK;
  }

  private Ruling ruling(Reviewing reviewing) {
    Ruling.Subject of = subject;
    if (of == null || id.isEmpty()) {
      throw new UsageException("say what the ruling is about: claim, event, source, place or pair, and its id");
    }
    if (reason.isBlank() || by.isBlank()) {
      throw new UsageException(reason.isBlank() ? "a ruling needs a --reason" : "who decides? say --by NAME");
    }
    if (from != null && of != Ruling.Subject.PLACE) {
      throw new UsageException("--from goes with a place only");
    }
    if (withdraw && !value.isEmpty()) {
      throw new UsageException("--withdraw takes no value");
    }
    String kept = Reviewing.id(of, id);
    String decided;
    try {
      Reviewing.requireReadable(by);
      decided = withdraw ? reviewing.withdrawn(of, kept) : reviewing.checked(of, kept, value);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new Ruling(of, kept, decided, Optional.ofNullable(from), Tables.oneLine(reason), Tables.oneLine(by), now);
  }

  private static String line(Ruling ruling) {
    return Exchange.name(ruling.subject()) + ' ' + ruling.id() + ": "
        + (ruling.isWithdrawal() ? "withdrawn" : ruling.value())
        + ruling.from().map(d -> " from " + d).orElse("")
        + SourceLines.because(ruling);
  }
}
