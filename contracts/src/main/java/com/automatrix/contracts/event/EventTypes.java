package com.automatrix.contracts.event;

import com.automatrix.contracts.message.Topics;
import java.util.List;
import java.util.Optional;

/** The catalogue of dealership events that the product knows; a dealer may send others. */
public final class EventTypes {

    /** What types of the catalogue begin with; nobody else's do. */
    public static final String PREFIX = "com.automatrix.";

    public static final EventType LEAD_RECEIVED = type("lead.received", Topics.DEALERSHIP_SALES, "Lead received");
    public static final EventType APPOINTMENT_BOOKED =
            type("appointment.booked", Topics.DEALERSHIP_SERVICE, "Appointment booked");
    public static final EventType PART_STOCK_CHANGED =
            type("part.stock.changed", Topics.DEALERSHIP_PARTS, "Part stock changed");

    public static final EventType MESSAGE_DELIVERY =
            type("message.delivery", Topics.DEALERSHIP_PLATFORM, "Message delivered or not");
    public static final EventType APPROVAL_REQUESTED =
            type("approval.requested", Topics.DEALERSHIP_PLATFORM, "Approval requested");
    public static final EventType APPROVAL_DECIDED =
            type("approval.decided", Topics.DEALERSHIP_PLATFORM, "Approval decided");

    private static final List<EventType> ALL = List.of(
            LEAD_RECEIVED,
            type("lead.updated", Topics.DEALERSHIP_SALES, "Lead updated"),
            type("message.inbound", Topics.DEALERSHIP_SALES, "Message from a customer"),
            MESSAGE_DELIVERY,
            type("call.missed", Topics.DEALERSHIP_SALES, "Call missed"),
            type("consent.changed", Topics.DEALERSHIP_PLATFORM, "Consent changed"),
            APPOINTMENT_BOOKED,
            type("appointment.changed", Topics.DEALERSHIP_SERVICE, "Appointment changed"),
            type("appointment.missed", Topics.DEALERSHIP_SERVICE, "Appointment missed"),
            type("appointment.completed", Topics.DEALERSHIP_SERVICE, "Appointment completed"),
            type("repairorder.opened", Topics.DEALERSHIP_SERVICE, "Repair order opened"),
            type("repairorder.statuschanged", Topics.DEALERSHIP_SERVICE, "Repair order status changed"),
            type("repairorder.closed", Topics.DEALERSHIP_SERVICE, "Repair order closed"),
            type("inspection.completed", Topics.DEALERSHIP_SERVICE, "Inspection completed"),
            type("recall.published", Topics.DEALERSHIP_SERVICE, "Recall published"),
            type("warranty.claim.decided", Topics.DEALERSHIP_SERVICE, "Warranty claim decided"),
            type("inventory.vehicle.changed", Topics.DEALERSHIP_SALES, "Vehicle in stock changed"),
            type("deal.statuschanged", Topics.DEALERSHIP_SALES, "Deal status changed"),
            type("vehicle.delivered", Topics.DEALERSHIP_SALES, "Vehicle delivered"),
            type("contract.maturing", Topics.DEALERSHIP_SALES, "Contract comes to its end"),
            PART_STOCK_CHANGED,
            type("part.specialorder.received", Topics.DEALERSHIP_PARTS, "Special-order part received"),
            type("part.backordered", Topics.DEALERSHIP_PARTS, "Part back-ordered"),
            type("review.posted", Topics.DEALERSHIP_PLATFORM, "Review posted"),
            type("survey.completed", Topics.DEALERSHIP_PLATFORM, "Survey completed"),
            type("privacy.request.received", Topics.DEALERSHIP_PLATFORM, "Privacy request received"),
            APPROVAL_REQUESTED,
            APPROVAL_DECIDED,
            type("ai.budget-warning", Topics.DEALERSHIP_PLATFORM, "AI budget nearly used"));

    private EventTypes() {}

    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> find(String type) {
        return ALL.stream().filter(known -> known.type().equals(type)).findFirst();
    }

    private static EventType type(String name, String topic, String title) {
        return new EventType(name, 1, topic, title);
    }
}
