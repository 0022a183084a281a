package org.zhiheng.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.valuation.indicator.Assessment;

/// Reports are made of records, lists, texts, numbers, days and enums alone, so that any format can
/// hold them.
final class ReportShapeTest {

  private static final Set<Class<?>> PLAIN =
      Set.of(String.class, Double.class, Integer.class, Long.class, LocalDate.class);

  @Test
  void everyPartOfAReportIsPlain() {
    Set<String> seen = new HashSet<>();
    walk(ModelReport.class, seen);
    walk(Assessment.class, seen);

    assertThat(seen)
        .contains("MethodResult", "Bar", "Input", "Source", "Distribution", "Scored", "Evidence");
  }

  private static void walk(Type type, Set<String> seen) {
    switch (type) {
      case ParameterizedType generic -> {
        assertThat(generic.getRawType()).isIn(List.class, Optional.class);
        for (Type argument : generic.getActualTypeArguments()) {
          walk(argument, seen);
        }
      }
      case Class<?> plain when plain.isPrimitive() || plain.isEnum() || PLAIN.contains(plain) -> {}
      case Class<?> record -> {
        assertThat(record.isRecord()).as(record.getName()).isTrue();
        if (seen.add(record.getSimpleName())) {
          for (RecordComponent component : record.getRecordComponents()) {
            walk(component.getGenericType(), seen);
          }
        }
      }
      default -> assertThat(type).as("a plain type").isNull();
    }
  }
}
