package org.zhiheng.cashflow.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.WholeSigns;

/// The library's parser, which refuses what is nested deeper than [YamlReader#DEPTH_MAX]: the
/// composer calls itself for each level, and a text of a thousand brackets would end its thread.
final class ShallowParser implements Parser {

  private final Parser parser;
  private final YamlReader.Codes codes;
  private final String source;
  private int depth;

  ShallowParser(YamlReader.Codes codes, String source, LoadSettings settings, String text) {
    this.codes = codes;
    this.source = source;
    parser = new ParserImpl(settings, new StreamReader(settings, new WholeSigns(text)));
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    depth +=
        switch (event.getEventId()) {
          case MappingStart, SequenceStart -> 1;
          case MappingEnd, SequenceEnd -> -1;
          case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    if (depth > YamlReader.DEPTH_MAX) {
      throw new ProblemsException(
          new Problem(
              codes.limit(),
              "line " + (event.getStartMark().map(Mark::getLine).orElse(0) + 1),
              "",
              "A file is at most " + YamlReader.DEPTH_MAX + " levels deep.",
              source));
    }
    return event;
  }
}
