package org.zhiheng.similarity.guideline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Citation;

/// The thirteen rules for similar word marks. Not changed once loaded; safe for many threads.
///
/// Source: secondary copies of the line of 商标审查审理指南; the edition of 2021 was not opened, and each
/// rule says how far its wording was checked. Where goods are neither the same nor similar, no rule
/// makes marks conflict: that is asked elsewhere.
public final class Guideline {

  private static final String FILE = "cn/word-marks.yaml";

  private final GuidelineReader.Read read;
  private final Mechanisms mechanisms;

  private Guideline(GuidelineReader.Read read, CharacterLikeness characters) {
    this.read = read;
    this.mechanisms = new Mechanisms(new Thresholds(read.thresholds()), characters);
  }

  /// Loads the rules.
  ///
  /// @param characters what compares first characters
  public static Guideline load(CharacterLikeness characters) {
    try (InputStream in = Guideline.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the rules are missing from the jar: " + FILE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), characters);
    } catch (IOException problem) {
      throw new UncheckedIOException("the rules cannot be read: " + FILE, problem);
    }
  }

  /// Reads rules that stand in this text.
  ///
  /// @throws org.zhiheng.values.ProblemsException with all that is wrong: unknown keys with the
  ///   nearest known one, missing texts and citations, rules without a mechanism
  static Guideline parse(String yaml, CharacterLikeness characters) {
    return new Guideline(GuidelineReader.read(FILE, yaml), characters);
  }

  /// Names the rules in a record that used them: id and version.
  public String version() {
    return read.id() + "/" + read.version();
  }

  /// What the rules are, in Chinese.
  public String titleZh() {
    return read.titleZh();
  }

  /// What the rules are, in English.
  public String titleEn() {
    return read.titleEn();
  }

  /// Where they stand, and how far that was checked.
  public Citation citation() {
    return read.citation();
  }

  /// The rules, by number.
  public List<RuleText> rules() {
    return read.rules();
  }

  /// The figures they use; all ours.
  public List<Threshold> thresholds() {
    return read.thresholds();
  }

  /// What each rule says of two marks, by number.
  ///
  /// @param scores of their comparison; an aspect that was not compared leaves the rules that need
  ///   it to a person
  public List<RuleFinding> findings(MarkView left, MarkView right, Scores scores) {
    Pair pair = new Pair(left, right, scores);
    List<RuleFinding> findings = new ArrayList<>();
    for (RuleText rule : read.rules()) {
      findings.add(finding(rule, pair));
    }
    return findings;
  }

  private RuleNote note(Across across) {
    return read.notes().stream()
        .filter(note -> note.id().equals(across.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the reader lets no note be missing"));
  }

  private RuleFinding finding(RuleText rule, Pair pair) {
    Mechanisms.Condition condition = mechanisms.condition(rule.id(), pair);
    List<ExceptionFinding> exceptions = new ArrayList<>();
    RuleFinding.Outcome outcome = condition.outcome();
    if (outcome == RuleFinding.Outcome.APPLIES) {
      for (RuleText.ExceptionText text : rule.exceptions()) {
        Mechanisms.Exemption exemption = mechanisms.exception(rule.id(), text.id(), pair);
        exceptions.add(
            new ExceptionFinding(
                text.id(),
                exemption.outcome(),
                text.zh(),
                text.en(),
                text.confidence(),
                exemption.reasons()));
        if (exemption.outcome() == ExceptionFinding.Outcome.HOLDS) {
          outcome = RuleFinding.Outcome.DOES_NOT_APPLY;
        }
      }
    }
    return new RuleFinding(
        rule.number(),
        rule.id(),
        rule.titleZh(),
        rule.titleEn(),
        outcome,
        condition.reasons(),
        exceptions,
        condition.notes().stream().map(this::note).toList(),
        rule.citation());
  }
}
