package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sitrep.exchange.Exchange;

/**
 * {@code GET /api/changes}: server-sent events. {@code version} says that what the page shows has changed, {@code job} how far
 * a read is. Thread-safe.
 */
final class ChangesApi implements AutoCloseable {

  private static final int MOST_LISTENERS = 200;
  private static final int MOST_UNSENT = 1000;
  private static final int HEARTBEAT_SECONDS = 15;
  private static final String END = "";

  private final Version version;
  private final Jobs jobs;
  private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();

  ChangesApi(Version version, Jobs jobs) {
    this.version = version;
    this.jobs = jobs;
    version.listen(number -> tell(version(number)));
    jobs.listen(job -> tell(event("job", job.toJson().toString())));
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/changes", this::stream);
  }

  /** Whoever cannot keep up is let go; the browser asks again. */
  private void tell(String event) {
    for (BlockingQueue<String> queue : listeners) {
      if (!queue.offer(event)) {
        listeners.remove(queue);
      }
    }
  }

  private static String event(String name, String data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }

  private static String version(long number) {
    return event("version", Exchange.object().put("version", number).toString());
  }

  private void stream(ServerRequest request, ServerResponse response) {
    if (listeners.size() >= MOST_LISTENERS) {
      Answers.error(response, Status.SERVICE_UNAVAILABLE_503, "too many pages listen already");
      return;
    }
    BlockingQueue<String> queue = new LinkedBlockingQueue<>(MOST_UNSENT);
    listeners.add(queue);
    response.header("Content-Type", "text/event-stream; charset=utf-8");
    response.header("Cache-Control", "no-store");
    try (OutputStream out = response.outputStream()) {
      send(out, version(version.number()));
      for (Jobs.Job job : jobs.list()) {
        if (!job.isOver()) {
          send(out, event("job", job.toJson().toString()));
        }
      }
      while (listeners.contains(queue) || !queue.isEmpty()) {
        String next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (END.equals(next)) {
          return;
        }
        send(out, next == null ? ": still here\n\n" : next);
      }
    } catch (IOException e) {
      listeners.remove(queue); // the page was closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(queue);
    }
  }

  private static void send(OutputStream out, String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    listeners.forEach(q -> q.offer(END));
  }
}
