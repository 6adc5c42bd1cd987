package org.sitrep.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Article;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Heard;
import org.sitrep.pipeline.Pipeline;

/** Codes documents on all processors. What it gives is in the order of the documents. */
final class Coding {

  private final Knowledge knowledge;
  private final Evaluation.Listener listener;
  private @Nullable Pipeline pipeline;

  Coding(Knowledge knowledge, Evaluation.Listener listener) {
    this.knowledge = knowledge;
    this.listener = listener;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  Evaluation.Listener listener() {
    return listener;
  }

  /** Every document of the paths. */
  List<Capture> documents(List<Path> paths) {
    List<Capture> documents = new ArrayList<>();
    new Ingestion().read(paths, documents::add, issue -> listener.warn(issue.toString()));
    return documents;
  }

  /** The claims of all documents as {@code claims --json} writes them, each document fused by itself. */
  List<Row> claims(List<Capture> documents) {
    List<Row> rows = new ArrayList<>();
    each(documents, coded -> rows(coded.claims())).forEach(rows::addAll);
    return rows;
  }

  /** The claims of all documents as {@code claims --json} writes them, all documents fused together. */
  List<Row> fused(List<Capture> documents) {
    List<Claim> claims = new ArrayList<>();
    each(documents, Coded::claims).forEach(claims::addAll);
    return rows(claims);
  }

  /** All that is reported in the documents, as {@code attributions --json} writes it. */
  List<Row> attributions(List<Capture> documents) {
    List<Row> rows = new ArrayList<>();
    each(documents, coded -> rows(pipeline().reported(coded))).forEach(rows::addAll);
    return rows;
  }

  private static List<Row> rows(Heard heard) {
    Article article = heard.page().article();
    return Exchange.reported(article, heard.reported()).stream().map(r -> new Row(article.doc(), r)).toList();
  }

  private List<Row> rows(List<Claim> claims) {
    Map<String, String> events = new HashMap<>();
    for (Event event : pipeline().events(claims).events()) {
      event.claims().forEach(claim -> events.put(claim.id(), event.id()));
    }
    return claims.stream().map(claim -> new Row(claim.doc(), Exchange.claim(claim, events.get(claim.id())))).toList();
  }

  private record Done<T>(T result, int claims) {}

  /** Codes each document, and makes of it what is wanted; both on any thread. */
  <T> List<T> each(List<Capture> documents, Function<Coded, T> wanted) {
    Pipeline coder = pipeline();
    List<T> results = new ArrayList<>();
    List<Future<Done<T>>> pending = new ArrayList<>();
    int claims = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      documents.forEach(document -> pending.add(workers.submit(() -> {
        Coded coded = coder.claims(document);
        return new Done<>(wanted.apply(coded), coded.claims().size());
      })));
      for (Future<Done<T>> next : pending) {
        Done<T> done = next.get();
        results.add(done.result());
        claims += done.claims();
        listener.coded(results.size(), claims);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("coding failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while coding", e);
    }
    return results;
  }

  private synchronized Pipeline pipeline() {
    if (pipeline == null) {
      pipeline = Pipeline.of(knowledge, English.load());
    }
    return pipeline;
  }
}
