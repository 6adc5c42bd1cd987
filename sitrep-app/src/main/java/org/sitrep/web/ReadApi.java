package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitrep.desk.Joining;
import org.sitrep.desk.Reading;
import org.sitrep.desk.Toolbox;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import org.sitrep.web.Jobs.Job;
import org.sitrep.web.Jobs.State;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/read} and {@code GET /api/jobs}: reading documents through the page, one read at a time. Thread-safe. */
final class ReadApi {

  private static final Logger LOG = System.getLogger(ReadApi.class.getName());

  private final Store store;
  private final Toolbox toolbox;
  private final Version version;
  private final Jobs jobs;

  ReadApi(Store store, Toolbox toolbox, Version version, Jobs jobs) {
    this.store = store;
    this.toolbox = toolbox;
    this.version = version;
    this.jobs = jobs;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.post("/api/read", this::read);
    routes.get("/api/jobs", (request, response) -> Answers.json(request, response, list()));
    routes.get("/api/jobs/{id}", this::job);
  }

  /** Where the last read was cut short, what it saved is made into events now, and what was handed in and not read is read. */
  void mend() {
    for (Parcel parcel : Parcel.left(inbox(), stuck -> LOG.log(Level.WARNING, stuck + " could not be read twice; sitrep read takes it, or delete it"))) {
      jobs.add(parcel.what() + ", handed in before the server ended", job -> read(parcel, job));
    }
    if (!store.eventsAreCurrent()) {
      jobs.add(
          "what an earlier read left",
          job -> {
            job.tell(State.JOINING, "makes events of what an earlier read saved");
            Joining.bring(toolbox.pipeline(), store);
            version.grow();
            job.tell(State.DONE, "the events are made");
          });
    }
  }

  private void read(ServerRequest request, ServerResponse response) {
    ObjectNode body = Answers.body(request);
    if (body.path("demo").asBoolean(false) && (store.countDocuments() > 0 || jobs.isBusy())) {
      Answers.error(response, Status.CONFLICT_409, "the demonstration is for an empty store; sitrep demo reads it into one of its own");
      return;
    }
    Parcel parcel = Parcel.of(body, inbox(), toolbox.demo());
    Optional<Job> job = jobs.add(parcel.what(), j -> read(parcel, j));
    if (job.isEmpty()) {
      parcel.drop();
      response.header("Retry-After", "60");
      Answers.error(response, Status.SERVICE_UNAVAILABLE_503, "too many reads wait already; try again when some have ended");
      return;
    }
    response.status(Status.ACCEPTED_202).header("Location", "/api/jobs/" + job.get().id());
    Answers.json(request, response, job.get().toJson());
  }

  private Path inbox() {
    return store.file().resolveSibling(store.file().getFileName() + ".inbox");
  }

  private void read(Parcel parcel, Job job) {
    job.tell(State.READING, "reads");
    Reading reading = new Reading(toolbox.pipeline(), store, new Told(job));
    Reading.Result result = reading.read(parcel.input(job));
    version.grow();
    parcel.drop();
    job.tell(State.DONE, words(result));
  }

  /** "5 documents read, 31 claims; the store holds 19 events; 2 left out". */
  static String words(Reading.Result r) {
    return count(r.documents(), "document") + " read"
        + (r.skipped() > 0 ? " (" + r.skipped() + " more " + (r.skipped() == 1 ? "was" : "were") + " there already)" : "")
        + ", " + count(r.claims(), "claim") + "; the store holds " + count(r.events(), "event") + " and control of " + count(r.places(), "place")
        + (r.rejected() > 0 ? "; " + r.rejected() + " left out" : "");
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private ObjectNode list() {
    ObjectNode out = Exchange.object();
    ArrayNode all = out.putArray("jobs");
    List<Job> known = jobs.list();
    known.forEach(j -> all.add(j.toJson()));
    return out;
  }

  private void job(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    Optional<Job> job = jobs.find(id);
    if (job.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no read is called " + id);
      return;
    }
    Answers.json(request, response, job.get().toJson());
  }

  private record Told(Job job) implements Reading.Listener {

    @Override
    public void saved(int documents, int claims) {
      job.saved(documents, claims);
    }

    @Override
    public void joining() {
      job.tell(State.JOINING, "makes the events");
    }
  }
}
