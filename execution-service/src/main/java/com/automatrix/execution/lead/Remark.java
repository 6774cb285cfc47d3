package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.Note;
import com.automatrix.execution.lead.adf.Repair;
import java.util.List;

/** A repair or a note, for programs and for people. */
record Remark(String code, String message) {

    static List<Remark> repairs(List<Repair> repairs) {
        return repairs.stream()
                .map(repair -> new Remark(repair.code(), repair.sentence()))
                .toList();
    }

    static List<Remark> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> new Remark(note.code(), note.sentence()))
                .toList();
    }
}
