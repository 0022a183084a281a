package org.zhiheng.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Permission;

/// What a program may ask of the REST interface, as its description lists it: a closed set, and the
/// table from which the routes, the checks of query parameters and the OpenAPI document are made.
public enum Operation {
  /// One page of rights.
  LIST_RIGHTS(
      "GET",
      "/rights",
      "List rights, newest notice first",
      Permission.READ,
      "q kind office stage class region from to party scope after limit"),
  /// A right entered by hand.
  ENTER_RIGHT("POST", "/rights", "Enter a right by hand", Permission.RECORD, ""),
  /// One right.
  SHOW_RIGHT("GET", "/rights/{right}", "One right with its events", Permission.READ, ""),
  /// An event.
  RECORD_EVENT("POST", "/rights/{right}/events", "Record an event", Permission.RECORD, ""),
  /// Parties.
  LIST_PARTIES("GET", "/parties", "List or search parties", Permission.READ, "q after limit"),
  /// One party.
  SHOW_PARTY("GET", "/parties/{party}", "One party", Permission.READ, ""),
  /// A merge.
  MERGE_PARTY(
      "POST", "/parties/{party}/merge", "Merge another party into this one", Permission.MANAGE, ""),
  /// The end of a merge.
  UNMERGE_PARTY(
      "POST", "/parties/{party}/unmerge", "Undo the merge of this one", Permission.MANAGE, ""),
  /// Import runs.
  LIST_IMPORTS("GET", "/imports", "List import runs, newest first", Permission.READ, "after limit"),
  /// An upload.
  SUBMIT_IMPORT("POST", "/imports", "Upload a file and import it", Permission.IMPORT, "kind name"),
  /// One run.
  SHOW_IMPORT("GET", "/imports/{run}", "How an import run stands", Permission.READ, ""),
  /// What a run refused.
  LIST_PROBLEMS(
      "GET", "/imports/{run}/problems", "What a run refused", Permission.READ, "after limit"),
  /// The trail.
  LIST_AUDIT("GET", "/audit", "The audit trail, newest first", Permission.AUDIT, "after limit");

  /// Where the interface begins.
  public static final String BASE = "/api/v1";

  private final String method;
  private final String path;
  private final String summary;
  private final Permission permission;
  private final String parameters;

  Operation(String method, String path, String summary, Permission permission, String parameters) {
    this.method = method;
    this.path = path;
    this.summary = summary;
    this.permission = permission;
    this.parameters = parameters;
  }

  /// `GET` or `POST`.
  public String method() {
    return method;
  }

  /// The whole path, with its variables in braces.
  public String path() {
    return BASE + path;
  }

  /// In a few words.
  public String summary() {
    return summary;
  }

  /// What it needs.
  public Permission permission() {
    return permission;
  }

  /// The query parameters it knows.
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(" ", -1));
  }

  /// The variable of its path, if it has one.
  public Optional<String> variable() {
    int from = path.indexOf('{');
    return from < 0 ? Optional.empty() : Optional.of(path.substring(from + 1, path.indexOf('}')));
  }
}
