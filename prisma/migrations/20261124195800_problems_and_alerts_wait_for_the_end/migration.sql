-- What a record refers to may be written after it in the same transaction, in an order of any kind.
ALTER TABLE "problem" ALTER CONSTRAINT "problem_category_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "group_alert" ALTER CONSTRAINT "group_alert_project_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "group_alert" ALTER CONSTRAINT "group_alert_building_id_fkey" DEFERRABLE INITIALLY DEFERRED;
