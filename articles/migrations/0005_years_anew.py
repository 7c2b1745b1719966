from django.db import migrations


def mark_pages(apps, schema_editor):
    """Years are weighed a little otherwise (the pace of series counts in steps): with the next import those of all pages."""
    pages = apps.get_model("articles", "Page").objects.values_list("sha256", flat=True)
    stale = apps.get_model("articles", "StaleGroup")
    stale.objects.bulk_create((stale(kind="dates", key=sha256) for sha256 in pages.iterator()), batch_size=2000)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_sightings'),
    ]

    operations = [
        migrations.RunPython(mark_pages, migrations.RunPython.noop),
    ]
